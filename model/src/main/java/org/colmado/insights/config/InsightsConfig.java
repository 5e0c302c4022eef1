package org.colmado.insights.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of a run: {@code conf/insights.yaml}.
 *
 * @param storeDefaults settings of stores without their own
 * @param stores settings by store id; missing ones come from the source, then from the defaults
 * @param supplies folder of the optional stock.csv, costs.csv, suppliers.csv, deliveries.csv,
 *     weather.csv and events.csv; empty: they are read from the inboxes
 */
public record InsightsConfig(
    LakeSettings lake,
    String language,
    StoreSettings storeDefaults,
    Map<String, StoreOverrides> stores,
    Ingest ingest,
    Features features,
    Segments segments,
    Optional<String> supplies) {

  public InsightsConfig {
    Expect.that(Set.of("es", "en").contains(language), "language", language, "es or en");
    stores = new TreeMap<>(stores);
  }

  /** Reads and checks the file. */
  public static InsightsConfig read(Path file) {
    return Yaml.read(file, InsightsConfig.class);
  }

  /** The same settings with another lake. */
  public InsightsConfig withLakeRoot(String root) {
    return new InsightsConfig(
        new LakeSettings(root),
        language,
        storeDefaults,
        stores,
        ingest,
        features,
        segments,
        supplies);
  }

  /** The same settings with a single inbox. */
  public InsightsConfig withInbox(Inbox inbox) {
    Ingest one =
        new Ingest(
            ingest.defaultStore(),
            List.of(inbox),
            ingest.maxRejectedShare(),
            ingest.maxRecordKib());

    return new InsightsConfig(
        lake, language, storeDefaults, stores, one, features, segments, supplies);
  }

  /**
   * Settings of one store: its own, else its source's, else the defaults.
   *
   * @param fromSource store settings of the source
   */
  public StoreSettings store(String storeId, StoreOverrides fromSource) {
    StoreOverrides own = stores.getOrDefault(storeId, StoreOverrides.NONE);

    return own.over(fromSource.over(storeDefaults));
  }

  /** Location of the tables. */
  public record LakeSettings(String root) {}

  /**
   * Settings of the ingestion of POS files.
   *
   * @param defaultStore store of sales without a store
   * @param maxRejectedShare maximum share of rejected records in a run, 0 to 1; above it, the input
   *     is refused
   * @param maxRecordKib maximum size of a record in KiB
   */
  public record Ingest(
      String defaultStore, List<Inbox> inbox, double maxRejectedShare, int maxRecordKib) {
    public Ingest {
      Expect.between("max-rejected-share", maxRejectedShare, 0, 1);
      Expect.between("max-record-kib", maxRecordKib, 1, 65_536);
      inbox = List.copyOf(inbox);
    }
  }

  /** A folder that the night reads, and the mapping of its files. */
  public record Inbox(String source, String folder) {}

  /** Building of ticket features and hourly series. */
  public record Features(int normalHoursDays) {
    public Features {
      Expect.between("normal-hours-days", normalHoursDays, 7, 730);
    }
  }

  /** Profiles of rule segments. */
  public record Segments(int windowDays) {
    public Segments {
      Expect.between("window-days", windowDays, 7, 3650);
    }
  }
}
