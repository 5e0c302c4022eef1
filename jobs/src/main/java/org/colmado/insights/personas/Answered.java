package org.colmado.insights.personas;

import java.math.BigDecimal;

/**
 * What came of asking about a segment.
 *
 * @param answer JSON text that holds against the facts; null: none
 * @param reason why there is none; empty: there is one
 * @param costUsd of all its calls
 */
public record Answered(Due due, String answer, String reason, BigDecimal costUsd) {}
