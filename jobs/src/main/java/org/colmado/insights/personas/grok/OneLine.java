package org.colmado.insights.personas.grok;

/** Words of a server, as a message may carry them. */
final class OneLine {
  private static final int MOST = 200;

  private OneLine() {}

  /** Without line ends and control characters, and not too long. */
  static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();

    return line.length() <= MOST ? line : line.substring(0, MOST) + "...";
  }
}
