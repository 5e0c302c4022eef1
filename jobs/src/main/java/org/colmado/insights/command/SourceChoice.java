package org.colmado.insights.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.InputFiles;
import org.colmado.insights.ingest.inspect.Inspection;
import org.colmado.insights.ingest.inspect.KnownWords;
import org.colmado.insights.ingest.inspect.MappingFiles;
import org.colmado.insights.ingest.inspect.Proposal;
import org.colmado.insights.run.Run;

/** Chooses the mapping of files that name none. */
record SourceChoice(Run run) {
  private static final List<String> ENDINGS =
      List.of(".csv", ".txt", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson", ".zip");

  /**
   * The files under some paths, whatever their format.
   *
   * @throws BadInputException if there are none
   */
  List<InputFile> files(List<String> paths) {
    List<InputFile> files =
        new InputFiles(run.spark().sparkContext().hadoopConfiguration(), ENDINGS).under(paths);
    if (files.isEmpty()) {
      throw new BadInputException(
          "Cannot ingest %s: found no file that ends in one of %s".formatted(paths, ENDINGS));
    }
    return files;
  }

  Proposal proposal(InputFile file) {
    Map<String, SourceMapping> mappings = new TreeMap<>();
    run.conf().folders("sources").forEach(folder -> mappings.putAll(MappingFiles.in(folder)));
    KnownWords words = KnownWords.read(run.conf().find("inspect.yaml"));

    return new Inspection(words, mappings, run.asOf().plusDays(1))
        .of(file, run.spark().sparkContext().hadoopConfiguration());
  }

  /** Keeps a mapping for later. */
  Path write(String name, SourceMapping mapping) {
    return MappingFiles.write(run.conf().own("sources"), name, mapping);
  }

  /** A name for the mapping of a file: its own name without days and numbers. */
  static String nameFor(InputFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String stem = name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
    String letters = stem.replaceAll("[^a-z]+", "-").replaceAll("(^-|-$)", "");

    return letters.isEmpty() ? "till" : letters;
  }
}
