/**
 * Settings as records, read once from YAML and checked before any work starts. The only package
 * that parses configuration; independent of tables and Spark.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.config;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
