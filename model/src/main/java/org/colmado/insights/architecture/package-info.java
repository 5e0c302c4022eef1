/** Declares which packages may depend on which. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.architecture;
