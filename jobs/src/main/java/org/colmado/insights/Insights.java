package org.colmado.insights;

import org.colmado.insights.command.Commands;

/** The door: {@code bin/insights <command> [options]}. */
public final class Insights {
  private Insights() {}

  public static void main(String[] args) {
    System.exit(Commands.execute(args));
  }
}
