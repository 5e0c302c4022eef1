package org.colmado.insights.personas.grok;

/** Makes a server's text safe for a message. */
final class OneLine {
  private static final int MOST = 200;

  private OneLine() {}

  /** Removes line breaks and control characters, and limits the length. */
  static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();

    return line.length() <= MOST ? line : line.substring(0, MOST) + "...";
  }
}
