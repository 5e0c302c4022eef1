package org.colmado.insights.personas.asking;

/** A segment with new facts, to ask about. */
public record SegmentQuestion(
    String store, String segmentType, String segmentId, String facts, String factsHash) {}
