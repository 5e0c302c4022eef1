/** Texts in Spanish and English, number formats, text folding and hashes. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.text;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
