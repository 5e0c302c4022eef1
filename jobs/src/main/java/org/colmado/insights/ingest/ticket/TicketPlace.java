package org.colmado.insights.ingest.ticket;

import java.time.Instant;

/**
 * The ticket that a record belongs to.
 *
 * @param id of the source, before it is made unique
 * @param soldAt null: it cannot be read
 */
public record TicketPlace(String storeId, String id, Instant soldAt) {}
