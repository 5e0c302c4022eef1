/**
 * What is bought together: counts of items and pairs, the rules that chance does not explain, and
 * offers for a basket. Works on the rows of {@link org.colmado.insights.table.SaleLines} alone.
 */
package org.colmado.insights.baskets;
