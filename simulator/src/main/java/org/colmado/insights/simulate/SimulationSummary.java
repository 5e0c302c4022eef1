package org.colmado.insights.simulate;

/**
 * What a simulation wrote.
 *
 * @param stores shops
 * @param goodTickets tickets an ingest has to accept, each counted once; cancelled and refused ones
 *     are not among them
 * @param saleRecords lines of the sales files, with the refused, the repeated and the corrected
 * @param returnRecords lines of the returns files
 * @param netCents cents of RD$ of the good tickets, after corrections, less returns
 * @param bytes size of all files, compressed as they are
 */
public record SimulationSummary(
    int stores,
    long goodTickets,
    long saleRecords,
    long returnRecords,
    long netCents,
    long bytes) {}
