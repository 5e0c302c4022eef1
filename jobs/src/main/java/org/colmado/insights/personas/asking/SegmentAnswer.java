package org.colmado.insights.personas.asking;

/**
 * What came of asking about a segment.
 *
 * @param answer JSON text that holds against the facts; null: none
 * @param reason why there is none; empty: there is one
 */
public record SegmentAnswer(SegmentQuestion due, String answer, String reason) {}
