package org.colmado.insights.lake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who holds a lock, as the lock file says: one line of name, process id and start.
 *
 * @param name what it does, such as {@code nightly}
 * @param pid process id
 * @param since start of the lock, UTC; empty: written by an earlier version
 */
record LockHolder(String name, String pid, Optional<Instant> since) {
  private static final int PARTS = 3;

  static LockHolder thisProcess(String name) {
    return new LockHolder(
        name,
        String.valueOf(ProcessHandle.current().pid()),
        Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Reads the lock file; a line of an earlier version has the process id alone. */
  static LockHolder read(String line) {
    String[] parts = line.strip().split(" ", -1);
    try {
      return parts.length == PARTS
          ? new LockHolder(parts[0], parts[1], Optional.of(Instant.parse(parts[2])))
          : new LockHolder("another run", parts[0], Optional.empty());
    } catch (DateTimeException e) {
      return new LockHolder("another run", parts[0], Optional.empty());
    }
  }

  String line() {
    return "%s %s %s%n".formatted(name, pid, since.orElseThrow());
  }

  /** Such as "nightly (process 4711, since 2026-11-29T04:30:00Z)". */
  String described() {
    return "%s (process %s%s)".formatted(name, pid, since.map(at -> ", since " + at).orElse(""));
  }
}
