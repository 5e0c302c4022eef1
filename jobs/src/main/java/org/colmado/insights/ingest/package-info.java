/**
 * Ingestion: reads files, maps and checks their records, and produces sales and quarantined
 * records. Of a customer it reads only whether there is one. The stage writes the tables.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
