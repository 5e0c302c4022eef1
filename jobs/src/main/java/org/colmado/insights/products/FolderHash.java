package org.colmado.insights.products;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.text.Sha256;

/** Content hash of a folder of data files, twelve hexadecimal digits. */
final class FolderHash {
  private static final int DIGITS = 12;

  private FolderHash() {}

  /** SHA-256 over the relative names and contents of all files, shortened. */
  static String of(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      Sha256 hash = Sha256.empty();
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        hash.add(name.getBytes(StandardCharsets.UTF_8)).add(Files.readAllBytes(file));
      }
      return hash.hex().substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
