/**
 * Names of products: the key one product has however it is typed, and the category it belongs to.
 * Knows words, kept as data under {@code conf/categories/}; knows no sale, no store and no day.
 */
@OnFloor(Floor.LAKE)
package org.colmado.insights.products;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
