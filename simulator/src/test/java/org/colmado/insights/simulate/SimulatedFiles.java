package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.colmado.insights.calendar.ShopCalendar;

/** Reads a simulation back as anybody would who has only its files. */
record SimulatedFiles(Path folder) {
  static final ShopCalendar DOMINICAN =
      ShopCalendar.read("do", Path.of("../conf/calendars/do.yaml"));

  /** Twenty days over the end of a month and its payday, Friday 30 October. */
  static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 8);

  static final int DAYS = 20;

  /** More of everything than usual, so that a thousand tickets have some of each. */
  private static final FaultShares MUCH = new FaultShares(0.06, 0.03, 0.03, 0.03, 0.03, 0.04);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Simulation simulation(int stores, long seed, Path out) {
    return new Simulation(stores, DAYS, seed, LAST_DAY, out, DOMINICAN, 60, 0.5, MUCH);
  }

  List<String> saleLines() {
    return lines("sales-");
  }

  List<JsonNode> returns() {
    return lines("returns-").stream().map(line -> parsed(line).orElseThrow()).toList();
  }

  /** The records that can be parsed, in the order of the files. */
  List<JsonNode> sales() {
    return saleLines().stream().flatMap(line -> parsed(line).stream()).toList();
  }

  /** The rows of a truth or input file without its header, cells by column. */
  List<Map<String, String>> rows(String file) {
    List<String> lines = text(folder.resolve(file));
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  Map<String, Long> dirtyCounts() {
    Map<String, Long> counts = new TreeMap<>();
    rows("truth/dirty.csv")
        .forEach(row -> counts.put(row.get("kind"), Long.valueOf(row.get("count"))));
    return counts;
  }

  /** SHA-256 of every file, by name. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files("")) {
      hashes.put(folder.relativize(file).toString(), hash(file));
    }
    return hashes;
  }

  static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private List<String> lines(String prefix) {
    return files(prefix).stream().flatMap(file -> text(file).stream()).toList();
  }

  private List<Path> files(String prefix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> text(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
