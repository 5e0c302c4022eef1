package org.colmado.insights.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.run.StageListener;
import org.colmado.insights.run.StageStart;
import org.colmado.insights.schema.TableSpec;

/**
 * A place where a run may be killed: right after a commit of a stage.
 *
 * @param stage name of the stage
 * @param commit the stage's own, from 1
 * @param table that has the commit
 */
record KillPoint(String stage, int commit, String table) {
  /** Kill at every commit, not at the first of a stage that writes several tables alone. */
  private static final boolean EVERYWHERE = Boolean.getBoolean("insights.kills.all");

  /** Notes every commit of a run, and ends the run at one of them. */
  static final class Listener implements StageListener {
    private final List<KillPoint> seen = new ArrayList<>();
    private final KillPoint killedAt;
    private final ThreadLocal<String> stage = new ThreadLocal<>();
    private final Map<String, Integer> commits = new HashMap<>();

    /**
     * @param killedAt where the run ends; null: nowhere
     */
    Listener(KillPoint killedAt) {
      this.killedAt = killedAt;
    }

    @Override
    public void started(StageStart start) {
      stage.set(start.name());
      commits.put(start.name(), 0);
    }

    @Override
    public synchronized void committed(TableSpec table) {
      if (stage.get() == null) {
        return;
      }
      int commit = commits.merge(stage.get(), 1, Integer::sum);
      KillPoint here = new KillPoint(stage.get(), commit, table.name());
      seen.add(here);
      if (here.equals(killedAt)) {
        throw new IllegalStateException(here.toString());
      }
    }

    /** Where it is worth to kill, in the order of the stages. */
    List<KillPoint> killPoints() {
      List<String> stages = NightlyCommand.names();

      return seen.stream()
          .filter(point -> EVERYWHERE || isFirstOfSeveral(point))
          .sorted(Comparator.comparingInt(point -> stages.indexOf(point.stage)))
          .toList();
    }

    private boolean isFirstOfSeveral(KillPoint point) {
      long commitsOfStage = seen.stream().filter(it -> it.stage.equals(point.stage)).count();

      return point.commit == 1 && commitsOfStage > 1;
    }
  }
}
