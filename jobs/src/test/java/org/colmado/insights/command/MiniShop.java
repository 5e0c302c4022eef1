package org.colmado.insights.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Progress;
import org.colmado.insights.run.Run;
import org.colmado.insights.testing.SparkExtension;
import picocli.CommandLine;

/**
 * A shop for tests: the product's own configuration, with an inbox and a lake below one folder.
 *
 * @param folder where all of it is
 */
public record MiniShop(Path folder) {

  /** What a command printed, and its exit code. */
  public record Printed(int exit, String out) {}

  /** Lays the folder out. */
  public static MiniShop in(Path folder) throws IOException {
    MiniShop shop = new MiniShop(folder);
    try (Stream<Path> files = Files.walk(Path.of("../conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("conf").resolve(Path.of("../conf").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    shop.setting("folder: data/inbox", "folder: " + shop.inbox());
    Files.createDirectories(shop.inbox());
    return shop;
  }

  public Path inbox() {
    return folder.resolve("inbox");
  }

  Path settings() {
    return folder.resolve("conf/insights.yaml");
  }

  public String lake() {
    return folder.resolve("lake").toString();
  }

  /** The lake, in the session of the tests. */
  public Lake tables() {
    return new Lake(SparkExtension.session(), lake());
  }

  /** Changes a line of the settings. */
  void setting(String line, String other) throws IOException {
    setting("insights.yaml", line, other);
  }

  /** Changes a line of a file of the configuration. */
  public void setting(String file, String line, String other) throws IOException {
    Path path = folder.resolve("conf").resolve(file);
    String text = Files.readString(path);
    if (!text.contains(line)) {
      throw new IllegalStateException("no " + line + " in " + file);
    }
    Files.writeString(path, text.replace(line, other));
  }

  /** A run in the session of the tests. */
  public Run run(LocalDate asOf) {
    return run(asOf, lake());
  }

  /** A run that says there what it does. */
  public Run run(LocalDate asOf, PrintStream told) {
    return run(asOf).withProgress(new Progress(told));
  }

  /** A run over another lake. */
  public Run run(LocalDate asOf, String lake) {
    CommonOptions options =
        CommandLine.populateCommand(
            new CommonOptions(),
            "--conf",
            settings().toString(),
            "--lake",
            lake,
            "--as-of",
            asOf.toString());
    return Run.of(options, SparkExtension.session(), Clock.systemUTC());
  }

  /** A command of the product, over this shop. */
  public Printed execute(String... words) {
    SparkExtension.session();
    Stream<String> all =
        Stream.concat(
            Stream.of(words), Stream.of("--conf", settings().toString(), "--lake", lake()));

    return printed(() -> Commands.execute(all.toArray(String[]::new)));
  }

  static Printed printed(Supplier<Integer> command) {
    PrintStream standard = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      int exit = command.get();
      return new Printed(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(standard);
    }
  }

  /** A sale of one line as the POS app writes it; the price is for one unit. */
  public static String sale(
      String id, LocalDate day, int quantity, String price, LocalDate updatedOn) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"storeId\":\"colmado-01\",\"date\":\"%sT15:00:00Z\","
            + "\"updatedAt\":\"%sT16:00:00Z\",\"paymentMethod\":\"cash\",\"paymentStatus\":\"paid\","
            + "\"total\":%.2f,\"items\":[{\"description\":\"Arroz Selecto 5 lb\",\"quantity\":%d,"
            + "\"unitPrice\":%s,\"amount\":%.2f}]}%n",
        id,
        day,
        updatedOn,
        quantity * Double.parseDouble(price),
        quantity,
        price,
        quantity * Double.parseDouble(price));
  }
}
