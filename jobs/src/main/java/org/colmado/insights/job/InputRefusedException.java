package org.colmado.insights.job;

/** Too much of the input breaks the rules: nothing of it was kept but the refusals. Exit code 3. */
final class InputRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputRefusedException(String message) {
    super(message);
  }
}
