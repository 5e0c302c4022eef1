package org.colmado.insights.products;

import java.util.Optional;

/**
 * What a name was filed under, and why.
 *
 * @param category code; {@link Categories#UNCLASSIFIED} where nobody knows yet
 * @param confidence 0-1; roughly how often a decision of this kind is right
 * @param decidedBy what it rests on
 * @param matched the phrase of the lexicon or the label of the catalogue; empty where the name only
 *     resembles others, or nothing matched
 * @param needsReview whether a person should look
 */
public record Decision(
    String category,
    double confidence,
    DecidedBy decidedBy,
    Optional<String> matched,
    boolean needsReview) {}
