/**
 * Product names: their normal form and their category. The vocabulary is data in {@code
 * conf/categories/}. Independent of sales, stores and days.
 */
@OnFloor(Floor.LAKE)
package org.colmado.insights.products;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
