package org.colmado.insights.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.table.Stores;

/**
 * Hash of what features are built by: the segment rules and the calendars in use. Other rules build
 * all days again.
 */
final class RulesVersion {
  /** Raised when the features themselves are made otherwise. */
  private static final int OF_CODE = 2;

  private RulesVersion() {}

  static String of(Run run, SegmentRules rules) {
    StringBuilder text =
        new StringBuilder("code " + OF_CODE + "\n" + rules + run.config().features());
    TreeSet<String> calendars = new TreeSet<>();
    run.small().rows(Stores.TABLE).forEach(store -> calendars.add(store.getAs(Stores.CALENDAR_ID)));
    calendars.stream()
        .filter(id -> !id.equals("none"))
        .map(id -> run.conf().find("calendars/" + id + ".yaml"))
        .forEach(file -> text.append('\n').append(text(file)));
    return hash(text.toString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }
}
