package org.colmado.insights.segments;

import java.io.Serializable;

/**
 * What a store's trends need beside its visits.
 *
 * @param currency ISO code of the store's money
 * @param rulesVersion of the rules and the mission model in use, as {@link
 *     org.colmado.insights.table.TransactionFeatures#RULES_VERSION} has it
 */
public record StoreTerms(String currency, String rulesVersion) implements Serializable {
  private static final long serialVersionUID = 1L;
}
