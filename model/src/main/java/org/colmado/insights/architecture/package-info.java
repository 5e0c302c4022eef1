/** Which package may know which. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.architecture;
