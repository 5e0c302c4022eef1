/**
 * The simulator of shops: POS files with their ground truth. Plain Java in one pass, no Spark. The
 * same arguments give the same bytes on any number of cores.
 *
 * <p>No hourly or weekday statistics of colmados were found. The shape of the trade here is an
 * assumption, and {@code truth/README.md} in every output says so.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.simulate;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
