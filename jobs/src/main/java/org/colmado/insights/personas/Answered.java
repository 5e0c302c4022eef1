package org.colmado.insights.personas;

/**
 * What came of asking about a segment.
 *
 * @param answer JSON text that holds against the facts; null: none
 * @param reason why there is none; empty: there is one
 */
public record Answered(Due due, String answer, String reason) {}
