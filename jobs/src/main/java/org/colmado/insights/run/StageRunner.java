package org.colmado.insights.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colmado.insights.lake.LakeLock;
import org.colmado.insights.lake.TableGroup;

/**
 * Runs stages while no other run writes to the lake, and tells the run's {@link StageListener}s. A
 * stage begins when the earlier ones are done, but for those it may run {@link Stage#beside}. After
 * the first that throws none begins, and the run ends when those under way are done; {@link
 * JobRunRows} are written in either case.
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

  /** Runs the stages, two at a time where they allow it, and says how far it is. */
  public static void runAll(Run run, List<Stage> stages) {
    new LakeLock(run.lake(), TableGroup.NIGHT)
        .during(
            "nightly",
            () -> {
              run.progress().say("Night of %s, as of %s", run.runId(), run.asOf());
              try (JobRunRows rows = new JobRunRows(run);
                  StageProgress progress = StageProgress.of(run)) {
                StageRunner runner = new StageRunner(run, List.of(rows, progress));
                new StageSchedule(stages).run(stage -> runner.run(stage, stages));
              }
              return null;
            });
  }

  private void run(Stage stage, List<Stage> stages) {
    run(stage.name(), stages.indexOf(stage) + 1, stages.size(), () -> stage.run(run));
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
      tell(listener -> listener.started(start));
      Outcome outcome = work.get();
      StageEnd end = StageEnd.done(start, clock.instant(), outcome);
      tell(listener -> listener.ended(end));
      return outcome;
    } catch (RuntimeException e) {
      StageEnd end = StageEnd.failed(start, clock.instant(), e);
      tell(listener -> listener.ended(end));
      throw e;
    }
  }

  private void tell(Consumer<StageListener> what) {
    synchronized (listeners) {
      listeners.forEach(what);
    }
  }
}
