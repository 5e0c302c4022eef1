package org.colmado.insights.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.SparkWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what each stage costs apart from seconds, which depend on the machine: Spark's jobs and
 * queries, readings of tables, and commits. Written to the log as {@code event=work}.
 */
final class StageWork implements StageListener {
  private static final Logger LOG = LoggerFactory.getLogger(StageWork.class);

  private final SparkSession session;
  private final ThreadLocal<String> stage = new ThreadLocal<>();
  private final Map<String, Integer> readings = new ConcurrentHashMap<>();
  private final Map<String, Integer> commits = new ConcurrentHashMap<>();

  /** Listens to Spark while a stage runs; null while none does. */
  private SparkWork spark;

  private int underWay;

  StageWork(SparkSession session) {
    this.session = session;
  }

  @Override
  public void started(StageStart start) {
    spark = underWay == 0 ? SparkWork.in(session) : spark;
    underWay++;
    stage.set(start.name());
    spark.begin(start.name());
  }

  @Override
  public void read(TableSpec table) {
    count(readings);
  }

  @Override
  public void committed(TableSpec table) {
    count(commits);
  }

  private void count(Map<String, Integer> counts) {
    if (stage.get() != null) {
      counts.merge(stage.get(), 1, Integer::sum);
    }
  }

  @Override
  public void ended(StageEnd end) {
    SparkWork.Count work = spark.count(end.name());
    LOG.info(
        "event=work stage={} ms={} jobs={} queries={} readings={} commits={}",
        end.name(),
        end.duration().toMillis(),
        work.jobs(),
        work.queries(),
        readings.getOrDefault(end.name(), 0),
        commits.getOrDefault(end.name(), 0));
    stage.remove();
    underWay--;
    if (underWay == 0) {
      spark.close();
    }
  }
}
