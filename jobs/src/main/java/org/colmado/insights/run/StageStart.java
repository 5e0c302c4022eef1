package org.colmado.insights.run;

import java.time.Instant;

/**
 * A stage that is about to begin.
 *
 * @param runId of the run it belongs to
 * @param name of the stage
 * @param position from 1, among the stages of the run
 * @param count of stages of the run
 * @param at UTC
 */
public record StageStart(String runId, String name, int position, int count, Instant at) {}
