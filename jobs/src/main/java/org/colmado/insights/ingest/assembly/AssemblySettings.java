package org.colmado.insights.ingest.assembly;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.RowMark;

/**
 * What a mapping says of the rows of a ticket.
 *
 * @param repeatsAreCopies rows of a ticket that are alike are copies of one
 * @param ticketsAreSplit a ticket's rows may be in several files
 * @param refusals reasons for which the mapping asks to refuse rows: they are no fault of the
 *     ticket
 * @param readAgain files that were read before: under a mended mapping their sales may be of other
 *     days
 */
public record AssemblySettings(
    boolean repeatsAreCopies, boolean ticketsAreSplit, Set<String> refusals, Set<String> readAgain)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static AssemblySettings of(CsvMapping csv, Set<String> readAgain) {
    return new AssemblySettings(
        csv.repeatsAreCopies(),
        csv.ticketsAreSplit(),
        csv.refusedWhen().orElse(List.of()).stream()
            .map(RowMark.Refusal::reason)
            .collect(Collectors.toSet()),
        Set.copyOf(readAgain));
  }
}
