package org.colmado.insights.run;

/** Too much of the input breaks the rules: nothing of it was kept but the refusals. Exit code 3. */
public final class InputRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputRefusedException(String message) {
    super(message);
  }
}
