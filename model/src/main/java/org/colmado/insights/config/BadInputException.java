package org.colmado.insights.config;

/**
 * What the user gave cannot be used: a configuration key, an option, a file. The message is safe to
 * show and says what was attempted, what was found, what was expected and what to do.
 *
 * <p>Anything else that goes wrong is a fault of the product and stays an ordinary runtime
 * exception.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
