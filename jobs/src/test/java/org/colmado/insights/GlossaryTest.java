package org.colmado.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The old words of docs/glossary.md are in no source and on no other page. */
class GlossaryTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern OLD_NAME = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
  private static final Pattern COMMENT_MARK = Pattern.compile("(?m)^\\s*(?:\\*|//) ?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static String glossary;
  private static List<Path> sources;
  private static List<Path> pages;

  @BeforeAll
  static void readFiles() throws IOException {
    glossary = Files.readString(HOME.resolve("docs/glossary.md"));
    try (Stream<Path> files = Files.walk(HOME)) {
      sources = files.filter(file -> isOurs(file, ".java")).toList();
    }
    try (Stream<Path> files = Files.walk(HOME)) {
      pages =
          files
              .filter(file -> isOurs(file, ".md"))
              .filter(file -> !file.endsWith("glossary.md"))
              .toList();
    }
  }

  private static boolean isOurs(Path file, String ending) {
    return file.toString().endsWith(ending)
        && Stream.of(file.toString().split("/", -1)).noneMatch(it -> it.equals("target"));
  }

  @Test
  void oldNamesAreNowhere() {
    String part = glossary.substring(0, glossary.indexOf("## Words of the shop"));
    List<String> names =
        OLD_NAME
            .matcher(part)
            .results()
            .map(result -> result.group(1))
            .distinct()
            .filter(name -> !name.endsWith("Test"))
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(20);
    for (String name : names) {
      Pattern word = Pattern.compile("(?<![\\w\"])" + name + "(?!\\w)");
      assertThat(sources).noneMatch(file -> word.matcher(text(file)).find());
    }
  }

  @Test
  void oldSentencesAreNowhere() {
    List<String> sentences =
        Pattern.compile("(?m)^\\| .* \\| (.*) \\|$")
            .matcher(glossary.substring(glossary.indexOf("| now | was |") + 1))
            .results()
            .map(GlossaryTest::sentence)
            .filter(sentence -> !sentence.startsWith("-"))
            .toList();

    assertThat(sentences).hasSizeGreaterThanOrEqualTo(10);
    for (String sentence : sentences) {
      assertThat(Stream.concat(sources.stream(), pages.stream()))
          .as(sentence)
          .noneMatch(file -> flat(file).contains(sentence));
    }
  }

  private static String sentence(MatchResult row) {
    return row.group(1).strip();
  }

  private static String flat(Path file) {
    String text = COMMENT_MARK.matcher(text(file)).replaceAll(" ");

    return BLANKS.matcher(text).replaceAll(" ");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
