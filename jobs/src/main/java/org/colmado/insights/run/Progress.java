package org.colmado.insights.run;

import java.io.PrintStream;
import java.util.Locale;

/** Reports progress on standard error. Results go to standard output. */
public final class Progress {
  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
