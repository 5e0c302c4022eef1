package org.colmado.insights.summary;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.ingest.FirstLook;
import org.colmado.insights.ingest.ReasonCount;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.inspect.Finding;
import org.colmado.insights.ingest.inspect.Proposal;
import org.colmado.insights.run.Run;
import org.colmado.insights.text.Language;

/**
 * Prints how a file would be read and what it would come to.
 *
 * @param store settings of stores that have none of their own
 */
public record InspectReport(PrintStream out, Messages texts, StoreSettings store) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  public static InspectReport of(Run run, PrintStream out) {
    return new InspectReport(
        out, new Messages(Language.of(run.config().language())), run.config().storeDefaults());
  }

  public void print(InputFile file, Proposal proposal, FirstLook look) {
    StoreSettings settings = proposal.mapping().storeOverrides().over(store);
    out.println(texts.of("inspect.file", file.path()));
    findings("inspect.reasons", proposal.reasons());
    findings("inspect.doubts", proposal.doubts());
    tickets(look.tickets(), settings);
    new TieOutReport(out, texts, settings.currency()).print(look.days());
    refusals(look.refusals());
    if (!proposal.isKnown()) {
      out.println(texts.of("inspect.mapping"));
      Yaml.text(proposal.mapping()).lines().forEach(line -> out.println("  " + line));
    }
  }

  private void findings(String title, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }

    out.println(texts.of(title));
    findings.forEach(
        finding -> out.println("  " + texts.of(finding.key(), finding.values().toArray())));
  }

  private void tickets(List<FirstLook.Ticket> tickets, StoreSettings settings) {
    if (tickets.isEmpty()) {
      out.println(texts.of("inspect.no.tickets"));
      return;
    }

    out.println(texts.of("inspect.tickets", tickets.size()));
    tickets.forEach(ticket -> out.println("  " + shown(ticket, settings)));
  }

  private String shown(FirstLook.Ticket ticket, StoreSettings settings) {
    ZoneId zone = settings.timeZone();
    String lines = String.join(", ", ticket.lines());
    String more = ticket.more() == 0 ? "" : texts.of("inspect.more.lines", ticket.more());
    String cancelled = ticket.isCancelled() ? texts.of("inspect.cancelled") : "";

    return "%s  %s  %s%s  %s%s"
        .formatted(
            ticket.id(),
            TIME.format(ticket.soldAt().atZone(zone)),
            Language.money(ticket.net(), settings.currency()),
            cancelled,
            lines,
            more);
  }

  private void refusals(List<ReasonCount> reasons) {
    if (reasons.isEmpty()) {
      out.println(texts.of("inspect.refuses.nothing"));
    }
    new RefusalReport(out, texts).print("inspect.refuses", reasons);
  }

  /** Prints what to do next. */
  public void next(String path, Proposal proposal, String name) {
    out.println(
        proposal.isKnown()
            ? texts.of("inspect.next.known", proposal.name(), path)
            : texts.of("inspect.next.new", path, name, name, path));
  }

  public void written(Path mapping, String name, String path) {
    out.println(texts.of("inspect.written", mapping, name, path));
  }

  /** Why a mapping with doubts is not kept. */
  public String doubted(String name) {
    return texts.of("inspect.doubted", name);
  }
}
