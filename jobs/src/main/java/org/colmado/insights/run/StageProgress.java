package org.colmado.insights.run;

import java.time.Duration;
import java.util.Map;

/**
 * Says on standard error which stage runs, and how the last one ended. On a terminal a long stage
 * has a bar and the time left, by how long the stage took in the last run; of stages that run side
 * by side, the last that began.
 */
final class StageProgress implements StageListener, AutoCloseable {
  private static final double MILLIS = 1e3;

  private final Progress progress;
  private final Map<String, Duration> usual;
  private ProgressBar bar = ProgressBar.NONE;

  private StageProgress(Progress progress, Map<String, Duration> usual) {
    this.progress = progress;
    this.usual = usual;
  }

  static StageProgress of(Run run) {
    return new StageProgress(
        run.progress(), ProgressBar.isPossible() ? StageDurations.ofLastRun(run) : Map.of());
  }

  @Override
  public void started(StageStart stage) {
    bar.close();
    progress.say("[%d/%d] %s", stage.position(), stage.count(), stage.name());
    bar = ProgressBar.over(usual.getOrDefault(stage.name(), Duration.ZERO));
  }

  @Override
  public void ended(StageEnd stage) {
    bar.close();
    if (stage.error() == null) {
      progress.say(
          "      %s: %,d rows, %.1f s",
          stage.name(), stage.outcome().rowsOut(), stage.duration().toMillis() / MILLIS);
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
