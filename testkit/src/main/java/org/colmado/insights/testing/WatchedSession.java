package org.colmado.insights.testing;

import java.io.StringWriter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.util.JsonProtocol;

/** What the session of the tests would write to its event log, and all that is logged. */
public final class WatchedSession extends SparkListener {
  private final StringBuilder events = new StringBuilder();
  private final StringWriter logged = new StringWriter();
  private WriterAppender appender;

  /** From now on. */
  public void start() {
    SparkExtension.session().sparkContext().addSparkListener(this);
    appender =
        WriterAppender.newBuilder().setName("watch").setTarget(logged).setFollow(true).build();
    appender.start();
    root().addAppender(appender, null, null);
    LogManager.getLogger(WatchedSession.class).error("a line of the log");
  }

  public void stop() {
    root().removeAppender("watch");
    SparkExtension.session().sparkContext().removeSparkListener(this);
  }

  private static LoggerConfig root() {
    return LoggerContext.getContext(false).getConfiguration().getRootLogger();
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    keep(event);
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    keep(event);
  }

  private synchronized void keep(SparkListenerEvent event) {
    events.append(JsonProtocol.sparkEventToJsonString(event)).append('\n');
  }

  /** JSON, an event a line. */
  public synchronized String events() {
    return events.toString();
  }

  /** Of every logger. */
  public String logged() {
    return logged.toString();
  }
}
