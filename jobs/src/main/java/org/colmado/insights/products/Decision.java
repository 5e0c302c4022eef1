package org.colmado.insights.products;

import java.util.Optional;

/**
 * The category of a name, and its basis.
 *
 * @param category code; {@link Categories#UNCLASSIFIED} if not known
 * @param confidence 0 to 1: approximate share of correct decisions of this kind
 * @param decidedBy basis of the decision
 * @param matched lexicon phrase or catalogue label; empty for a decision by similarity, or if
 *     nothing matched
 * @param needsReview whether a person should review it
 */
public record Decision(
    String category,
    double confidence,
    DecidedBy decidedBy,
    Optional<String> matched,
    boolean needsReview) {}
