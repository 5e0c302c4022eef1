package org.colmado.insights.command;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.inspect.Proposal;
import org.colmado.insights.run.Run;
import org.colmado.insights.stage.IngestFiles;
import org.colmado.insights.summary.InspectReport;
import org.colmado.insights.summary.Messages;
import org.colmado.insights.text.Language;

/**
 * Finds the mapping of files that name none; a new one is shown, and kept if a person takes it.
 *
 * @param isSure take it without asking
 */
record SourceQuestion(Run run, boolean isSure) {

  /**
   * The name of the mapping to read the files by.
   *
   * @throws BadInputException if the answer is no, or if there is nobody to ask
   */
  String ask(List<String> paths) {
    SourceChoice choice = new SourceChoice(run);
    InputFile file = choice.files(paths).get(0);
    Proposal proposal = choice.proposal(file);
    if (proposal.isKnown()) {
      System.out.println(texts().of("inspect.known", proposal.name()));
      return proposal.name();
    }

    InspectReport.of(run, System.out)
        .print(file, proposal, IngestFiles.look(run, proposal.mapping(), file));
    String name = SourceChoice.nameFor(file);
    if (!isSure && !isTaken(name)) {
      throw new BadInputException(texts().of("inspect.not.taken", file.path(), name));
    }
    choice.write(name, proposal.mapping());
    return name;
  }

  @SuppressWarnings("SystemConsoleNull") // null without a terminal before JDK 22
  private boolean isTaken(String name) {
    Console console = System.console();
    String answer =
        console == null ? null : console.readLine("%s ", texts().of("inspect.question", name));

    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("s|si|sí|y|yes");
  }

  private Messages texts() {
    return new Messages(Language.of(run.config().language()));
  }
}
