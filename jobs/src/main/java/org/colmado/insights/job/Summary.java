package org.colmado.insights.job;

import java.io.PrintStream;

final class Summary {
  private Summary() {}

  static void print(Run run, PrintStream out) {}
}
