package org.colmado.insights.personas;

import java.time.Instant;
import java.time.LocalDate;

/** Which night asks, and when its run began. */
public record AskingNight(LocalDate asOf, String runId, Instant startedAt) {}
