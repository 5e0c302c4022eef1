package org.colmado.insights.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Which of the stages may run, and when: those that do not need each other run side by side. */
final class StageSchedule {
  /** One stage plans its next job while the other's tasks run; more would only take memory. */
  private static final int SIDE_BY_SIDE = 2;

  private final List<Stage> waiting;
  private final Set<String> unfinished = new LinkedHashSet<>();
  private int underWay;
  private RuntimeException failure;

  /**
   * @param stages in an order in which they could run one after another
   */
  StageSchedule(List<Stage> stages) {
    waiting = new ArrayList<>(stages);
    stages.forEach(stage -> unfinished.add(stage.name()));
  }

  /**
   * Runs all stages.
   *
   * @param work runs one of them
   * @throws RuntimeException that of the first stage that failed; those after it did not begin
   */
  void run(Consumer<Stage> work) {
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    CompletionService<Stage> ends = new ExecutorCompletionService<>(threads);
    try {
      begin(ends, work);
      while (underWay > 0) {
        awaitOne(ends);
        begin(ends, work);
      }
    } finally {
      threads.shutdownNow();
    }

    if (failure != null) {
      throw failure;
    }
  }

  /** Those that cannot begin yet keep their place, so that a thread takes the earliest first. */
  private void begin(CompletionService<Stage> ends, Consumer<Stage> work) {
    for (Stage stage : List.copyOf(waiting)) {
      if (failure == null && underWay < SIDE_BY_SIDE && isReady(stage)) {
        waiting.remove(stage);
        underWay++;
        ends.submit(
            () -> {
              work.accept(stage);
              return stage;
            });
      }
    }
  }

  private boolean isReady(Stage stage) {
    return unfinished.stream()
        .takeWhile(earlier -> !earlier.equals(stage.name()))
        .allMatch(stage.beside()::contains);
  }

  private void awaitOne(CompletionService<Stage> ends) {
    try {
      unfinished.remove(ends.take().get().name());
    } catch (ExecutionException e) {
      RuntimeException thrown =
          e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(e.getCause());
      if (failure == null) {
        failure = thrown;
      } else {
        failure.addSuppressed(thrown);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = new IllegalStateException("The run was interrupted", e);
    }
    underWay--;
  }
}
