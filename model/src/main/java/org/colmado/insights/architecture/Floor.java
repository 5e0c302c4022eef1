package org.colmado.insights.architecture;

/**
 * The layers of the architecture, from the bottom up. A package belongs to the floor that its
 * {@code package-info.java} declares. Its classes may depend on lower floors, and on packages of
 * its own tree. Only the packages of {@link #MODEL} may depend on each other, without cycles.
 */
public enum Floor {
  /** Table specifications, configuration, calendar and texts: no Spark, no Delta, no HTTP. */
  MODEL,
  /** Delta tables on disk, read and written without Spark. */
  DELTA,
  /** The Spark session and its settings. */
  SPARK,
  /** The tables as Spark sees them, and the names of products. */
  LAKE,
  /** The domain logic: packages exchange data through tables only. */
  WORK,
  /** The run context, shared by all stages. */
  RUN,
  /** The stages, one class each; and the printed output. */
  STAGE,
  /** The commands of a person or a scheduler. */
  COMMAND,
  /** Entry points of processes. */
  DOOR
}
