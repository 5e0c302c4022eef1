package org.colmado.insights.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.colmado.insights.lake.LakeLock;
import org.colmado.insights.lake.TableGroup;

/**
 * Runs stages one after another while no other run writes to the lake, and tells the run's {@link
 * StageListener}s. The first stage that throws ends the run; {@link JobRunRows} are written in
 * either case.
 */
public final class StageRunner {
  private final Run run;
  private final Clock clock;
  private final List<StageListener> listeners;

  private StageRunner(Run run, List<StageListener> own) {
    this.run = run;
    this.clock = Clock.systemUTC();
    this.listeners = new ArrayList<>(own);
    this.listeners.addAll(run.listeners());
  }

  /** Runs the stages in their order, and says on standard error how far it is. */
  public static void runAll(Run run, List<Stage> stages) {
    new LakeLock(run.lake(), TableGroup.NIGHT)
        .during(
            "nightly",
            () -> {
              run.progress().say("Night of %s, as of %s", run.runId(), run.asOf());
              try (JobRunRows rows = new JobRunRows(run);
                  StageProgress progress = StageProgress.of(run)) {
                StageRunner runner = new StageRunner(run, List.of(rows, progress));
                for (int i = 0; i < stages.size(); i++) {
                  Stage stage = stages.get(i);
                  runner.run(stage.name(), i + 1, stages.size(), () -> stage.run(run));
                }
              }
              return null;
            });
  }

  /** Runs the work of a command as a stage of this name, alone. */
  public static Outcome runOne(Run run, String name, Supplier<Outcome> work) {
    return new LakeLock(run.lake(), TableGroup.NIGHT).during(name, () -> alone(run, name, work));
  }

  /**
   * Runs the work of a command unless another run writes to the lake.
   *
   * @return empty if another run writes, and the work was not done
   */
  public static Optional<Outcome> runOneIfFree(Run run, String name, Supplier<Outcome> work) {
    return new LakeLock(run.lake(), TableGroup.NIGHT).ifFree(name, () -> alone(run, name, work));
  }

  private static Outcome alone(Run run, String name, Supplier<Outcome> work) {
    try (JobRunRows rows = new JobRunRows(run)) {
      return new StageRunner(run, List.of(rows)).run(name, 1, 1, work);
    }
  }

  private Outcome run(String name, int position, int count, Supplier<Outcome> work) {
    StageStart start = new StageStart(run.runId(), name, position, count, clock.instant());
    try {
      listeners.forEach(listener -> listener.started(start));
      Outcome outcome = work.get();
      StageEnd end = StageEnd.done(start, clock.instant(), outcome);
      listeners.forEach(listener -> listener.ended(end));
      return outcome;
    } catch (RuntimeException e) {
      StageEnd end = StageEnd.failed(start, clock.instant(), e);
      listeners.forEach(listener -> listener.ended(end));
      throw e;
    }
  }
}
