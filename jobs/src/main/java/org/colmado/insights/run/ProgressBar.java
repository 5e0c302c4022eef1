package org.colmado.insights.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One line of a terminal that is drawn again and again while a stage runs. */
final class ProgressBar implements AutoCloseable {
  /** Draws nothing. */
  static final ProgressBar NONE = new ProgressBar(null, null);

  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final int WIDTH = 30;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final ScheduledExecutorService timer;
  private final Future<?> drawing;

  private ProgressBar(ScheduledExecutorService timer, Future<?> drawing) {
    this.timer = timer;
    this.drawing = drawing;
  }

  /** Whether standard error is a terminal, as {@code bin/insights} found. */
  static boolean isPossible() {
    return Boolean.getBoolean("insights.terminal");
  }

  /**
   * Begins to draw.
   *
   * @param usual how long the work takes; below five seconds nothing is drawn
   */
  static ProgressBar over(Duration usual) {
    if (usual.compareTo(SHORTEST) < 0) {
      return NONE;
    }

    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress-bar");
              thread.setDaemon(true);
              return thread;
            });
    Instant start = Instant.now();
    PrintStream out = System.err;
    Runnable draw =
        () -> out.print(CLEAR_LINE + line(Duration.between(start, Instant.now()), usual));
    return new ProgressBar(timer, timer.scheduleAtFixedRate(draw, 1, 1, TimeUnit.SECONDS));
  }

  /** Such as {@code [#####.....] 50 %, about 12 s left}; never full before the work is done. */
  static String line(Duration passed, Duration usual) {
    double share = Math.min(0.99, (double) passed.toMillis() / usual.toMillis());
    int full = (int) (share * WIDTH);
    long left = usual.minus(passed).toSeconds();
    String rest = left > 0 ? "about " + left + " s left" : "longer than last time";

    return String.format(
        Locale.ROOT,
        "      [%s%s] %.0f %%, %s",
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        share * 100,
        rest);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (timer != null && !timer.isShutdown()) {
      drawing.cancel(false);
      timer.shutdownNow();
      System.err.print(CLEAR_LINE);
    }
  }
}
