package org.colmado.insights.personas;

/** A segment whose facts are new, to be asked about. */
public record Due(
    String store, String segmentType, String segmentId, String facts, String factsHash) {}
