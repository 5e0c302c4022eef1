package org.colmado.insights.personas.asking;

/**
 * The result of asking about a segment.
 *
 * @param answer JSON text that passed the grounding check; null: none
 * @param reason why there is no answer; empty if there is one
 */
public record SegmentAnswer(SegmentQuestion due, String answer, String reason) {}
