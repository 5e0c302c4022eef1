package org.colmado.insights.config;

/**
 * Invalid input of the user: a configuration key, an option, or a file. The message is safe to show
 * and says what was attempted, found and expected, and what to do.
 *
 * <p>Any other failure is a fault of the product and stays an ordinary runtime exception.
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
