package org.colmado.insights.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SmallTables;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Progress;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.testing.SparkExtension;

/** A lake, an inbox, and nights that read the files that are put there. */
final class SmallNights {
  private static final Path CONF = Path.of("..", "conf", "insights.yaml");

  private final Path folder;
  private final Path inbox;
  private final String source;
  private final Lake lake;
  private double maxRejectedShare = 1;
  private String calendar = "do";
  private Instant now = Instant.parse("2026-11-22T05:00:00Z");

  SmallNights(Path folder, String source) {
    this.folder = folder;
    this.inbox = folder.resolve("inbox");
    this.source = source;
    this.lake = new Lake(SparkExtension.session(), folder.resolve("lake").toString());
  }

  Lake lake() {
    return lake;
  }

  /**
   * Puts a file into the inbox.
   *
   * @param writtenAt its time of modification
   */
  SmallNights put(String name, String text, Instant writtenAt) {
    try {
      Files.createDirectories(inbox);
      Path file = Files.writeString(inbox.resolve(name), text, StandardCharsets.UTF_8);
      Files.setLastModifiedTime(file, FileTime.from(writtenAt));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the mapping of the source from the next night on. */
  SmallNights withMapping(String yaml) {
    try {
      Files.createDirectories(folder.resolve("sources"));
      Files.writeString(folder.resolve("sources").resolve(source + ".yaml"), yaml);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SmallNights withMaxRejectedShare(double share) {
    maxRejectedShare = share;
    return this;
  }

  /** Sets the calendar of all stores from the next night on. */
  SmallNights withCalendar(String name) {
    calendar = name;
    return this;
  }

  SmallNights takeAway(String name) {
    try {
      Files.delete(inbox.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what is new in the inbox, a minute after the night before. */
  Outcome ingest() {
    now = now.plus(Duration.ofMinutes(1));
    InsightsConfig config = InsightsConfig.read(CONF);
    InsightsConfig.Ingest settings =
        new InsightsConfig.Ingest(
            "colmado-01",
            List.of(new InsightsConfig.Inbox(source, inbox.toAbsolutePath().toString())),
            maxRejectedShare,
            1024);
    InsightsConfig small =
        new InsightsConfig(
            config.lake(),
            config.language(),
            withCalendar(config.storeDefaults()),
            config.stores(),
            settings,
            config.features(),
            config.segments(),
            config.supplies());

    return new IngestFiles()
        .run(
            new Run(
                small,
                new ConfFolder(folder.resolve("insights.yaml"), Path.of("..")),
                lake,
                new SmallTables(lake),
                LocalDate.of(2026, 11, 21),
                "test",
                now,
                new Progress(System.err),
                List.of()));
  }

  private StoreSettings withCalendar(StoreSettings store) {
    return new StoreSettings(
        store.timeZone(),
        store.currency(),
        store.businessDayStarts(),
        calendar,
        store.openingHours());
  }

  /** All rows as text, without when they were written. */
  List<String> rows(TableSpec table) {
    return lake.read(table).drop("ingested_at").collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}
