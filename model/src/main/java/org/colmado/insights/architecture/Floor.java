package org.colmado.insights.architecture;

/**
 * The floors of the house, from the ground up. A package stands on the floor that its {@code
 * package-info.java} names; its classes depend on lower floors only, and on rooms of its own
 * package tree. Only the packages of {@link #MODEL} know one another, without a circle.
 */
public enum Floor {
  /** Tables, configuration, calendar and words: no Spark, no Delta, no HTTP. */
  MODEL,
  /** The Spark session and its settings. */
  SPARK,
  /** The tables on disk, and the names of products. */
  LAKE,
  /** What the product knows: each package meets the others in tables only. */
  WORK,
  /** What the stages of one run share. */
  RUN,
  /** One class a stage; and what a night prints. */
  STAGE,
  /** The commands of a person or a scheduler. */
  COMMAND,
  /** Where a process starts. */
  DOOR
}
