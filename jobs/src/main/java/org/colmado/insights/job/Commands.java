package org.colmado.insights.job;

import java.util.concurrent.Callable;
import org.colmado.insights.config.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * All commands, and what their ends mean: 0 done, 1 a stage failed, 2 wrong usage or configuration,
 * 3 input refused.
 */
@Command(
    name = "insights",
    description = "What a corner shop can know about visits nobody signs for.",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    subcommands = {
      Demo.class,
      Nightly.class,
      Ingest.class,
      Backtest.class,
      WhatIf.class,
      OverrideForecast.class,
      GiveFeedback.class,
      Query.class,
      Export.class,
      Simulate.class,
      Doctor.class,
      ServeFakeGrok.class,
      Rehearse.class
    })
public final class Commands implements Callable<Integer> {
  private static final int STAGE_FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int INPUT_REFUSED = 3;

  private Commands() {}

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return WRONG_USAGE;
  }

  /** Runs the command the words name; the result is the exit code. */
  public static int execute(String... args) {
    return commandLine(new Commands()).execute(args);
  }

  /** A command line with the product's exit codes, over all commands or a single one. */
  static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(explaining());
  }

  private static IExecutionExceptionHandler explaining() {
    return (error, commandLine, parsed) -> {
      if (error instanceof BadInputException) {
        System.err.println(error.getMessage());
        return WRONG_USAGE;
      }
      if (error instanceof InputRefusedException) {
        System.err.println(error.getMessage());
        return INPUT_REFUSED;
      }

      error.printStackTrace();
      System.err.println("A stage failed: " + error.getMessage());
      return STAGE_FAILED;
    };
  }
}
