package org.colmado.insights.lake;

import org.colmado.insights.schema.TableSpec;

/** Is told of readings and commits, in the thread that does them. */
public interface LakeListener {
  /** A table is about to be read. */
  default void read(TableSpec table) {}

  /** A table got a commit to its rows. */
  void committed(TableSpec table);
}
