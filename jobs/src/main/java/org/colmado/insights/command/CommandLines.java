package org.colmado.insights.command;

import org.colmado.insights.config.BadInputException;
import org.colmado.insights.run.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Command lines with the product's exit codes: 0 done, 1 a stage failed, 2 wrong usage or
 * configuration, 3 input refused.
 */
public final class CommandLines {
  private static final int STAGE_FAILED = 1;
  static final int WRONG_USAGE = 2;
  private static final int INPUT_REFUSED = 3;

  private CommandLines() {}

  /** Over all commands or a single one. */
  public static CommandLine of(Object command) {
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
