/** Splits the files of tills into records: encodings, compression, lines, cells and columns. */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest.file;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
