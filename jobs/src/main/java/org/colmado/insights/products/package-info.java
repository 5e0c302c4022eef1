/**
 * Names of products: the key one product has however it is typed, and the category it belongs to.
 * Knows words, kept as data under {@code conf/categories/}; knows no sale, no store and no day.
 */
package org.colmado.insights.products;
