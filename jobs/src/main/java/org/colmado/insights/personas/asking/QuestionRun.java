package org.colmado.insights.personas.asking;

import java.time.Instant;
import java.time.LocalDate;

/** Which night asks, and when its run began. */
public record QuestionRun(LocalDate asOf, String runId, Instant startedAt) {}
