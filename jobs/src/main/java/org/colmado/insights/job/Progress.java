package org.colmado.insights.job;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person on standard error what is being done; results go to standard output. */
final class Progress {
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
