package org.colmado.insights.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileSystem;
import org.colmado.insights.config.BadInputException;

/**
 * Keeps a second run from writing to the same tables of a lake: two ingests side by side would undo
 * each other's lines. The operating system holds the lock, so it ends with the process in every
 * case.
 *
 * <p>A lake that is not on a disk of this machine is not locked: object stores have no locks.
 */
public final class LakeLock {
  /** On POSIX, closing a file releases all locks of the process on it, so none is opened twice. */
  private static final Map<Path, LockHolder> HELD_HERE = new ConcurrentHashMap<>();

  private final Lake lake;
  private final TableGroup tables;

  /**
   * @param tables that the work writes
   */
  public LakeLock(Lake lake, TableGroup tables) {
    this.lake = lake;
    this.tables = tables;
  }

  /**
   * Does the work while no other run may write.
   *
   * @param name of the work, for the message to others, without blanks
   * @throws BadInputException if another run is writing, or the lake's folder cannot be written to
   */
  public <T> T during(String name, Supplier<T> work) {
    return attempt(
        name,
        work,
        holder -> {
          throw isHeld(holder);
        });
  }

  /**
   * Does the work unless another run is writing.
   *
   * @return empty if another run is writing, and the work was not done
   */
  public <T> Optional<T> ifFree(String name, Supplier<T> work) {
    return attempt(name, () -> Optional.of(work.get()), holder -> Optional.empty());
  }

  private <T> T attempt(String name, Supplier<T> work, Function<LockHolder, T> held) {
    Optional<Path> folder = localFolder();
    if (folder.isEmpty()) {
      return work.get();
    }

    Path file = folder.get().resolve(tables.lockFile());
    LockHolder own = LockHolder.thisProcess(name);
    LockHolder here = HELD_HERE.putIfAbsent(file, own);
    if (here != null) {
      return held.apply(here);
    }
    try (FileChannel channel = open(file)) {
      if (channel.tryLock() == null) {
        return held.apply(LockHolder.read(Files.readString(file)));
      }
      channel.truncate(0).write(ByteBuffer.wrap(own.line().getBytes(StandardCharsets.UTF_8)));
      return work.get();
    } catch (IOException e) {
      throw cannotWrite(e);
    } finally {
      HELD_HERE.remove(file);
    }
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

  private BadInputException isHeld(LockHolder holder) {
    return new BadInputException(
        "Cannot write to the lake %s: found %s writing to it, expected no other run. Wait until it has ended and run this again; or stop it: what it did is kept, and nothing needs to be undone."
            .formatted(lake.root(), holder.described()));
  }

  private BadInputException cannotWrite(IOException error) {
    return new BadInputException(
        "Cannot write to the lake %s: %s, expected a folder you may write to; set lake.root or --lake"
            .formatted(lake.root(), error),
        error);
  }
}
