package org.colmado.insights.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. What their exit codes mean is in {@link CommandLines}. */
@Command(
    name = "insights",
    description = "What a corner shop can know about visits nobody signs for.",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    subcommands = {
      Demo.class,
      NightlyCommand.class,
      InspectCommand.class,
      IngestCommand.class,
      Backtest.class,
      WhatIf.class,
      OverrideForecast.class,
      GiveFeedback.class,
      Review.class,
      Correct.class,
      Query.class,
      Export.class,
      Simulate.class,
      Doctor.class,
      Rehearse.class
    })
public final class Commands implements Callable<Integer> {
  private Commands() {}

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return CommandLines.WRONG_USAGE;
  }

  /** Runs the command the words name; the result is the exit code. */
  public static int execute(String... args) {
    return CommandLines.of(new Commands()).execute(args);
  }
}
