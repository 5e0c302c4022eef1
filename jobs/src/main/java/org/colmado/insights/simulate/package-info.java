/**
 * The simulator: what the POS app of some shops that do not exist would have written, with the
 * truth behind it beside it. Plain Java, one pass, no Spark. The same arguments write the same
 * bytes, however many cores wrote them.
 *
 * <p>No hourly or weekday statistics of colmados were found. The shape of the trade here is an
 * assumption, and {@code truth/README.md} in every output says so.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.simulate;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
