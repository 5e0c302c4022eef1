package org.colmado.insights.personas.asking;

import java.time.Instant;
import java.time.LocalDate;

/** Identifies the run that asks. */
public record QuestionRun(LocalDate asOf, String runId, Instant startedAt) {}
