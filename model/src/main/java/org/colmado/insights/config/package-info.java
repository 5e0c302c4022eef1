/**
 * Settings as records, read once from YAML and checked before any work starts. Knows no table and
 * no Spark; the only package that parses configuration.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.config;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
