package org.colmado.insights.job;

/**
 * What {@link Doctor} found about one thing.
 *
 * @param what looked at, and what was found
 * @param todo what to do about it; empty where it is well
 */
record Finding(Level level, String what, String todo) {
  /** How bad it is. */
  enum Level {
    OK("ok"),
    LOOK("look at"),
    WRONG("wrong");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding look(String what, String todo) {
    return new Finding(Level.LOOK, what, todo);
  }

  static Finding wrong(String what, String todo) {
    return new Finding(Level.WRONG, what, todo);
  }

  String line() {
    return "%-8s %s%s".formatted(level.word(), what, todo.isEmpty() ? "" : " -> " + todo);
  }
}
