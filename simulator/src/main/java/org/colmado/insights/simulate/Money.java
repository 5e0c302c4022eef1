package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Whole hundredths - cents of RD$, hundredths of a pound - as text. */
final class Money {
  private Money() {}

  /** Writes a number of at most two decimals. */
  static void write(JsonGenerator json, String name, long hundredths) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(pesos(hundredths));
  }

  /** The shortest exact form, as JavaScript writes a number: 150, 62.5, 0.05, -3. */
  static String pesos(long cents) {
    long whole = Math.abs(cents) / 100;
    long part = Math.abs(cents) % 100;
    String sign = cents < 0 ? "-" : "";
    if (part == 0) {
      return sign + whole;
    }
    return sign + whole + "." + (part % 10 == 0 ? "" + part / 10 : twoDigits(part));
  }

  /** Always two decimals: 150.00. */
  static String twoDecimals(long cents) {
    String sign = cents < 0 ? "-" : "";

    return sign + Math.abs(cents) / 100 + "." + twoDigits(Math.abs(cents) % 100);
  }

  private static String twoDigits(long part) {
    return part < 10 ? "0" + part : String.valueOf(part);
  }
}
