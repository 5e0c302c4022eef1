package org.colmado.insights.job;

import org.colmado.insights.command.CommandLines;
import org.colmado.insights.command.NightlyCommand;

/** For schedulers: {@code spark-submit --class org.colmado.insights.job.Nightly}. */
public final class Nightly {
  private Nightly() {}

  public static void main(String[] args) {
    System.exit(CommandLines.of(new NightlyCommand()).execute(args));
  }
}
