/**
 * The stages of the night and the commands, one class each: settings and session in, read, compute,
 * write. {@link org.colmado.insights.job.Nightly} is the list of them; start reading there.
 */
package org.colmado.insights.job;
