package org.colmado.insights.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {
  @TempDir Path folder;

  @Test
  void aSecondRunOfTheProcessIsRefusedUntilTheFirstHasEnded() {
    lock()
        .during(
            "nightly",
            () ->
                assertRefused("nightly (process " + ProcessHandle.current().pid() + ", since 20"));

    assertThat(lock().during("ingest", () -> "free again")).isEqualTo("free again");
  }

  @Test
  void aRunThatFailsLetsGo() {
    assertThatThrownBy(
            () ->
                lock()
                    .during(
                        "ingest",
                        () -> {
                          throw new IllegalStateException("stage failed");
                        }))
        .hasMessage("stage failed");
    assertThat(lock().during("ingest", () -> "free again")).isEqualTo("free again");
  }

  @Test
  void aRunOfAnotherProcessIsRefusedUntilItIsKilled() throws Exception {
    Process other = holdInAnotherProcess(folder.resolve("lake/.lock"));
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertRefused("live (process %d, since 2026-11-29T04:30:00Z)".formatted(other.pid()));
      assertThat(lock().ifFree("override", () -> "never")).isEmpty();
    } finally {
      other.destroyForcibly();
    }

    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(lock().during("ingest", () -> "free again")).isEqualTo("free again");
  }

  @Test
  void lakesDoNotLockEachOther() {
    Lake other = new Lake(SparkExtension.session(), folder.resolve("other").toUri().toString());

    assertThatCode(
            () ->
                lock()
                    .during(
                        "ingest",
                        () -> new LakeLock(other, TableGroup.NIGHT).during("ingest", () -> "both")))
        .doesNotThrowAnyException();
    assertThat(folder.resolve("other/.lock")).exists();
  }

  @Test
  void groupsOfTablesDoNotLockEachOther() {
    Lake lake = new Lake(SparkExtension.session(), folder.resolve("lake").toString());

    assertThat(
            lock()
                .during(
                    "nightly",
                    () -> new LakeLock(lake, TableGroup.LIVE).during("live", () -> "both")))
        .isEqualTo("both");
  }

  @Test
  void theLockFileOfAnEarlierVersionNamesTheProcess() {
    assertThat(LockHolder.read("4711\n").described()).isEqualTo("another run (process 4711)");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidSo() throws IOException {
    Files.writeString(folder.resolve("lake"), "a file");

    assertThatThrownBy(() -> lock().during("ingest", () -> "never"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot write to the lake " + folder.resolve("lake"))
        .hasMessageContaining("--lake");
  }

  private Object assertRefused(String holder) {
    assertThatThrownBy(() -> lock().during("ingest", () -> "never"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("found " + holder)
        .hasMessageContaining("Wait until it has ended");
    return null;
  }

  private LakeLock lock() {
    return new LakeLock(
        new Lake(SparkExtension.session(), folder.resolve("lake").toString()), TableGroup.NIGHT);
  }

  private static Process holdInAnotherProcess(Path file) throws IOException {
    Files.createDirectories(file.getParent());

    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Path.of("target", "test-classes").toString(),
            Holder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A process that holds a lake's lock until it is killed. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      try (RandomAccessFile file = new RandomAccessFile(args[0], "rw");
          FileLock lock = file.getChannel().lock()) {
        file.writeBytes("live " + ProcessHandle.current().pid() + " 2026-11-29T04:30:00Z\n");
        System.out.println(lock.isValid() ? "held" : "not held");
        TimeUnit.MINUTES.sleep(5);
      }
    }
  }
}
