package org.colmado.insights.personas.asking;

/** A segment whose facts are new, to be asked about. */
public record SegmentQuestion(
    String store, String segmentType, String segmentId, String facts, String factsHash) {}
