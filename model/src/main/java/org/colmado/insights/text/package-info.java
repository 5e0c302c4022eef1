/** Words in Spanish and English, numbers as people write them, folding and digests. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.text;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
