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
    lock().during(() -> assertRefused(String.valueOf(ProcessHandle.current().pid())));

    assertThat(lock().during(() -> "free again")).isEqualTo("free again");
  }

  @Test
  void aRunThatFailsLetsGo() {
    assertThatThrownBy(
            () ->
                lock()
                    .during(
                        () -> {
                          throw new IllegalStateException("stage failed");
                        }))
        .hasMessage("stage failed");
    assertThat(lock().during(() -> "free again")).isEqualTo("free again");
  }

  @Test
  void aRunOfAnotherProcessIsRefusedUntilItIsKilled() throws Exception {
    Process other = holdInAnotherProcess(folder.resolve("lake/.lock"));
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertRefused(String.valueOf(other.pid()));
    } finally {
      other.destroyForcibly();
    }

    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(lock().during(() -> "free again")).isEqualTo("free again");
  }

  @Test
  void lakesDoNotLockEachOther() {
    Lake other = new Lake(SparkExtension.session(), folder.resolve("other").toUri().toString());

    assertThatCode(() -> lock().during(() -> new LakeLock(other).during(() -> "both")))
        .doesNotThrowAnyException();
    assertThat(folder.resolve("other/.lock")).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidSo() throws IOException {
    Files.writeString(folder.resolve("lake"), "a file");

    assertThatThrownBy(() -> lock().during(() -> "never"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot write to the lake " + folder.resolve("lake"))
        .hasMessageContaining("--lake");
  }

  private Object assertRefused(String process) {
    assertThatThrownBy(() -> lock().during(() -> "never"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("another run writing to it (process " + process + ")")
        .hasMessageContaining("Wait until it has ended");
    return null;
  }

  private LakeLock lock() {
    return new LakeLock(new Lake(SparkExtension.session(), folder.resolve("lake").toString()));
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
        file.writeBytes(ProcessHandle.current().pid() + "\n");
        System.out.println(lock.isValid() ? "held" : "not held");
        TimeUnit.MINUTES.sleep(5);
      }
    }
  }
}
