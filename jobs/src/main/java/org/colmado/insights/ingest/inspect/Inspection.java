package org.colmado.insights.ingest.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.OpenedFile;

/**
 * Finds out how to read a file.
 *
 * @param words names of columns and kinds of rows
 * @param mappings known ones by name
 * @param today no sale is later
 */
public record Inspection(KnownWords words, Map<String, SourceMapping> mappings, LocalDate today) {
  /**
   * The mapping that knows the file, or else a new one.
   *
   * @throws BadInputException if the file is no export of sales, and why
   */
  public Proposal of(InputFile file, Configuration hadoop) {
    OpenedFile opened = opened(file, hadoop);
    if (opened.beginsWith() == '[' || opened.beginsWith() == '{') {
      return new JsonShapes(mappings)
          .nameFor(() -> opened(file, hadoop))
          .map(this::known)
          .orElseThrow(
              () -> refused(file, "JSON that no mapping with format json or pos-json knows"));
    }
    if (opened.beginsWith() == '<') {
      throw refused(file, "HTML or XML, expected a table of sales");
    }

    SampledTable table = tableOf(opened, file);
    return known(table)
        .or(() -> MappingGuess.of(table, words, today))
        .orElseThrow(
            () ->
                refused(
                    file,
                    "found the columns %s, expected a ticket number, a date with a time, a product and"
                            .formatted(table.header())
                        + " an amount, or a price and a quantity"
                        + (hasDaysOnly(table) ? "; its dates have no time of day" : "")));
  }

  private static boolean hasDaysOnly(SampledTable table) {
    return IntStream.range(0, table.width())
        .anyMatch(column -> DateGuess.areDaysOnly(table.values(column)));
  }

  private static OpenedFile opened(InputFile file, Configuration hadoop) {
    OpenedFile opened = OpenedFile.open(file, hadoop, CsvLayout.ofAnything());
    if (opened.fault().isPresent()) {
      throw refused(file, opened.fault().get().detail());
    }
    return opened;
  }

  private Proposal known(String name) {
    return new Proposal(
        name, mappings.get(name), List.of(Finding.of("inspect.known", name)), List.of());
  }

  private SampledTable tableOf(OpenedFile opened, InputFile file) {
    try {
      return SampledTable.of(opened, words);
    } catch (EOFException e) {
      throw refused(file, "it breaks off in the middle; copy it again, whole");
    } catch (IOException e) {
      throw refused(file, e.getMessage());
    }
  }

  /** The mapping with the most columns of those that the file has every column of. */
  private Optional<Proposal> known(SampledTable table) {
    List<String> fitting = new ArrayList<>();
    new TreeMap<>(mappings)
        .forEach(
            (name, mapping) -> {
              if (mapping.format().equals("csv")
                  && fits(CsvLayout.of(mapping.csv().orElseThrow()), table)) {
                fitting.add(name);
              }
            });

    return fitting.stream()
        .max(Comparator.comparingInt(name -> columnsOf(mappings.get(name))))
        .map(this::known);
  }

  private static boolean fits(CsvLayout layout, SampledTable table) {
    return layout.delimiter() == table.delimiter() && layout.knows(table.header());
  }

  private static int columnsOf(SourceMapping mapping) {
    return mapping.csv().orElseThrow().columns().byRole().values().stream()
        .mapToInt(List::size)
        .sum();
  }

  private static BadInputException refused(InputFile file, String why) {
    return new BadInputException("Cannot find out how to read %s: %s".formatted(file.path(), why));
  }
}
