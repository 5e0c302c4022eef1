/**
 * Kinds of visit: the rules that sort every ticket, and the profile of each segment. Works on the
 * rows of {@link org.colmado.insights.table.TransactionFeatures} alone.
 */
package org.colmado.insights.segments;
