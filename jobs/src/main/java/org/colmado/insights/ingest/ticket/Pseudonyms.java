package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces cashiers by keyed hashes. Without the shop's own key, the hash does not resist an
 * attacker who tries all short cashier numbers.
 *
 * @param key the shop's own, from the environment, else {@link #DEFAULT_KEY}
 */
public record Pseudonyms(String key) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEX_CHARACTERS = 16;

  /** Environment variable that holds the shop's own key. */
  static final String KEY_VARIABLE = "INSIGHTS_PSEUDONYM_KEY";

  static final String DEFAULT_KEY = "colmado-insights";

  public static Pseudonyms fromEnvironment() {
    return new Pseudonyms(System.getenv().getOrDefault(KEY_VARIABLE, DEFAULT_KEY));
  }

  /**
   * The pseudonym of a cashier of a store.
   *
   * @param cashier null: not recorded
   * @return 16 hexadecimal digits; null where there is no cashier
   */
  public String of(String storeId, String cashier) {
    if (cashier == null) {
      return null;
    }

    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] hash = mac.doFinal((storeId + "/" + cashier).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_CHARACTERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "Pseudonyms[key=***]";
  }
}
