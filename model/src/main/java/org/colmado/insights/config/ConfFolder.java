package org.colmado.insights.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds configuration files: beside the settings file first, then in the product's own {@code
 * conf}. So a settings file may be anywhere, with only the files it changes beside it.
 *
 * @param settings the settings file, such as {@code conf/insights.yaml}
 * @param home folder of the product, that holds {@code conf}; relative folders in the settings are
 *     below it
 */
public record ConfFolder(Path settings, Path home) {
  /** System property with the product's folder, set by the launcher. */
  public static final String HOME_PROPERTY = "insights.home";

  public static ConfFolder of(Path settings) {
    String home =
        System.getProperty(HOME_PROPERTY, System.getenv().getOrDefault("INSIGHTS_HOME", ""));

    return new ConfFolder(settings, Path.of(home).toAbsolutePath().normalize());
  }

  /**
   * The file or folder of this name, such as {@code sources/pos-json.yaml}.
   *
   * @throws BadInputException if it is in neither place
   */
  public Path find(String name) {
    List<Path> places =
        Stream.of(beside(), home.resolve("conf")).map(folder -> folder.resolve(name)).toList();

    return places.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot find conf/"
                        + name
                        + ": it is neither "
                        + places.get(0)
                        + " nor "
                        + places.get(1)));
  }

  /** The folders of this name that exist: the product's, then the one beside the settings. */
  public List<Path> folders(String name) {
    return Stream.of(home.resolve("conf"), beside())
        .map(folder -> folder.resolve(name).toAbsolutePath().normalize())
        .distinct()
        .filter(Files::isDirectory)
        .toList();
  }

  /** The file or folder of this name beside the settings, whether it exists or not. */
  public Path own(String name) {
    return beside().resolve(name);
  }

  /**
   * The location of a configured folder: absolute paths and URIs as they are, other paths below
   * home.
   */
  public String resolved(String folder) {
    return folder.startsWith("/") || folder.matches("[a-z0-9]+:.*")
        ? folder
        : home.resolve(folder).toString();
  }

  private Path beside() {
    Path folder = settings.toAbsolutePath().getParent();

    return folder == null ? Path.of("/") : folder;
  }
}
