package org.colmado.insights.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what Spark does for pieces of work, which may be done side by side. */
public final class SparkWork extends SparkListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SparkWork.class);
  private static final String GROUP = "spark.jobGroup.id";
  private static final boolean INTERRUPTS = false;
  private static final long MAX_WAIT_MILLIS = 1_000;

  private final SparkContext context;
  private final Map<String, Integer> jobs = new ConcurrentHashMap<>();
  private final Map<String, Integer> queries = new ConcurrentHashMap<>();

  /**
   * What Spark did.
   *
   * @param jobs that ran tasks
   * @param queries that were planned, those inside another counted too
   */
  public record Count(int jobs, int queries) {}

  private SparkWork(SparkContext context) {
    this.context = context;
  }

  /** Begins to listen. */
  public static SparkWork in(SparkSession spark) {
    SparkWork work = new SparkWork(spark.sparkContext());
    work.context.addSparkListener(work);
    return work;
  }

  /** What the calling thread does from now on is work of this name. */
  public void begin(String name) {
    context.setJobGroup(name, name, INTERRUPTS);
  }

  /** What was done for the work of this name, as far as Spark tells within a second. */
  public Count count(String name) {
    try {
      context.listenerBus().waitUntilEmpty(MAX_WAIT_MILLIS);
    } catch (TimeoutException e) {
      LOG.debug("Spark has more to tell of {}", name, e);
    }
    return new Count(jobs.getOrDefault(name, 0), queries.getOrDefault(name, 0));
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    jobs.merge(job.properties().getProperty(GROUP, ""), 1, Integer::sum);
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart query) {
      queries.merge(query.jobGroupId().getOrElse(() -> ""), 1, Integer::sum);
    }
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}
