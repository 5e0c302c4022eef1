package org.colmado.insights.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
public final class Sha256 {
  private final MessageDigest digest;

  private Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }

  /** Of a list of texts, each with a terminator, so that different lists have different input. */
  public static String of(String... texts) {
    Sha256 hash = new Sha256();
    for (String text : texts) {
      hash.add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
    }
    return hash.hex();
  }

  /** Of one text. */
  public static String ofText(String text) {
    return new Sha256().add(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Of nothing yet; see {@link #add}. */
  public static Sha256 empty() {
    return new Sha256();
  }

  /** Adds bytes. */
  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** The hash of all that was added; ends it. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
