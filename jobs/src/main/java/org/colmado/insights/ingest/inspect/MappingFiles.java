package org.colmado.insights.ingest.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.Yaml;

/** The mapping files of a folder. */
public final class MappingFiles {
  private static final String SUFFIX = ".yaml";

  private MappingFiles() {}

  /** The mappings, by the name of their file. */
  public static Map<String, SourceMapping> in(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new BadInputException("Cannot read the folder " + folder + ": " + e.getMessage(), e);
    }

    Map<String, SourceMapping> mappings = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      mappings.put(
          name.substring(0, name.length() - SUFFIX.length()), Yaml.read(file, SourceMapping.class));
    }
    return mappings;
  }

  /**
   * Writes a new mapping.
   *
   * @param name letters, digits and hyphens
   * @throws BadInputException if there is a mapping with this name
   */
  public static Path write(Path folder, String name, SourceMapping mapping) {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new BadInputException(
          "Cannot write the mapping '%s': expected small letters, digits and hyphens"
              .formatted(name));
    }

    Path file = folder.resolve(name + SUFFIX);
    if (Files.exists(file)) {
      throw new BadInputException(
          "Cannot write %s: there is a mapping with this name".formatted(file));
    }
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, Yaml.text(mapping));
    } catch (IOException e) {
      throw new BadInputException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
