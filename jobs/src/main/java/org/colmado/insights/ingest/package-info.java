/**
 * Files to sales and refusals: readers, mappings, rules as data. Reads nothing of a customer but
 * whether there is one, and leaves the lake to the job.
 */
package org.colmado.insights.ingest;
