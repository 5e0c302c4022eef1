package org.colmado.insights.products;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Content hash of a folder of data files, twelve hexadecimal digits. */
final class FolderHash {
  private static final int DIGITS = 12;

  private FolderHash() {}

  /** SHA-256 over the relative names and contents of all files, shortened. */
  static String of(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
