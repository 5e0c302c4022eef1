/**
 * Files to sales and refusals: readers, mappings, rules as data. Reads nothing of a customer but
 * whether there is one, and leaves the lake to the job.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
