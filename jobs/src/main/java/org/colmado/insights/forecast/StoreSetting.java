package org.colmado.insights.forecast;

import java.io.Serializable;

/**
 * What is set for a store.
 *
 * @param dayStartsAtHour first hour of the business day
 */
public record StoreSetting(String calendarId, int dayStartsAtHour) implements Serializable {
  private static final long serialVersionUID = 1L;
}
