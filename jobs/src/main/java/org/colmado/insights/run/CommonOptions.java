package org.colmado.insights.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.InsightsConfig;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class CommonOptions {
  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "Settings; default: conf/insights.yaml of the product.")
  private Path conf;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "Location of the tables; overrides lake.root.")
  private String lake;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Last closed business day to include; default: yesterday in the store's time zone.")
  private LocalDate asOf;

  public ConfFolder confFolder() {
    ConfFolder own = ConfFolder.of(Path.of("conf", "insights.yaml"));

    return conf == null
        ? ConfFolder.of(own.home().resolve("conf/insights.yaml"))
        : ConfFolder.of(conf);
  }

  /** The settings, with the absolute path of the lake's root. */
  public InsightsConfig config() {
    ConfFolder folder = confFolder();
    InsightsConfig config = InsightsConfig.read(folder.settings());
    String root =
        lake == null
            ? folder.resolved(config.lake().root())
            : lake.matches("[a-z0-9]+:.*") ? lake : Path.of(lake).toAbsolutePath().toString();

    return config.withLakeRoot(root);
  }

  public Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }
}
