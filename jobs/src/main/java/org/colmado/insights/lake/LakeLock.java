package org.colmado.insights.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileSystem;
import org.colmado.insights.config.BadInputException;

/**
 * Keeps a second run from writing to a lake: two ingests side by side would undo each other's
 * lines. The operating system holds the lock, so it ends with the process in every case.
 *
 * <p>A lake that is not on a disk of this machine is not locked: object stores have no locks.
 */
public final class LakeLock {
  private static final String FILE = ".lock";

  /**
   * On POSIX, closing a file releases all locks of the process on it, so no lock file is opened
   * twice.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Lake lake;

  public LakeLock(Lake lake) {
    this.lake = lake;
  }

  /**
   * Does the work while no other run may write.
   *
   * @throws BadInputException if another run is writing, or the lake's folder cannot be written to
   */
  public <T> T during(Supplier<T> work) {
    Optional<Path> folder = localFolder();
    if (folder.isEmpty()) {
      return work.get();
    }

    Path file = folder.get().resolve(FILE);
    if (!HELD_HERE.add(file)) {
      throw isHeld(ProcessHandle.current().pid() + "");
    }
    try (FileChannel channel = open(file)) {
      take(channel, file);
      return work.get();
    } catch (IOException e) {
      throw cannotWrite(e);
    } finally {
      HELD_HERE.remove(file);
    }
  }

  private void take(FileChannel channel, Path file) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw isHeld(Files.readString(file).strip());
    }

    String process = ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
  }

  private FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());

    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Optional<Path> localFolder() {
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(lake.root());
    try {
      FileSystem files = root.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
      boolean isLocal = files.getUri().getScheme().equals("file");

      return isLocal
          ? Optional.of(Path.of(root.toUri().getPath()).toAbsolutePath().normalize())
          : Optional.empty();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private BadInputException isHeld(String process) {
    return new BadInputException(
        "Cannot write to the lake %s: found another run writing to it (process %s), expected none. Wait until it has ended and run this again; or stop it: what it did is kept, and nothing needs to be undone."
            .formatted(lake.root(), process));
  }

  private BadInputException cannotWrite(IOException error) {
    return new BadInputException(
        "Cannot write to the lake %s: %s, expected a folder you may write to; set lake.root or --lake"
            .formatted(lake.root(), error),
        error);
  }
}
