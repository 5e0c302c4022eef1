package org.colmado.insights.command;

/**
 * One finding of {@link Doctor}.
 *
 * @param what checked item and finding
 * @param todo remedy; empty if it is fine
 */
record CheckResult(Level level, String what, String todo) {
  /** Severity. */
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

  static CheckResult ok(String what) {
    return new CheckResult(Level.OK, what, "");
  }

  static CheckResult look(String what, String todo) {
    return new CheckResult(Level.LOOK, what, todo);
  }

  static CheckResult wrong(String what, String todo) {
    return new CheckResult(Level.WRONG, what, todo);
  }

  String line() {
    return "%-8s %s%s".formatted(level.word(), what, todo.isEmpty() ? "" : " -> " + todo);
  }
}
