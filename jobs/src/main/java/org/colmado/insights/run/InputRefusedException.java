package org.colmado.insights.run;

/**
 * Too large a share of the input was rejected, so none of it was accepted; the rejected records are
 * in quarantine. Exit code 3.
 */
public final class InputRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputRefusedException(String message) {
    super(message);
  }
}
