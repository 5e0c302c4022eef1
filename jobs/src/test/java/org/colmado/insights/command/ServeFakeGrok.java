package org.colmado.insights.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.personas.asking.FactsAnswer;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.standin.FakeGrok;
import org.colmado.insights.standin.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a local stand-in for xAI until it is interrupted. */
@Command(
    name = "fake-grok",
    description = {
      "Serves what api.x.ai serves, on this machine alone, without key and cost: to try out personas,",
      "and what becomes of them when the server fails."
    },
    mixinStandardHelpOptions = true)
public final class ServeFakeGrok implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = "--port",
      defaultValue = "8099",
      paramLabel = "PORT",
      description = "0: any that is free. Default: 8099.")
  private int port;

  @Option(
      names = "--faults",
      split = ",",
      paramLabel = "FAULT",
      description = {
        "What goes wrong with the first requests, one each; then all go well. Of:",
        "${COMPLETION-CANDIDATES}"
      })
  private List<Fault> faults = List.of();

  public static void main(String[] args) {
    System.exit(CommandLines.of(new ServeFakeGrok()).execute(args));
  }

  @Override
  public Integer call() {
    try (FakeGrok server = started()) {
      print(server);
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      return 0;
    }
  }

  private FakeGrok started() {
    try {
      return FakeGrok.answering(FactsAnswer::of, faults).start(port);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(
          "Cannot listen on port %d: %s, expected a free one; see --port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private void print(FakeGrok server) {
    System.out.println("Listening for this machine alone; Ctrl-C ends it. To be asked, needs");
    System.out.println("  in " + options.confFolder().find("grok.yaml") + ":");
    System.out.println("    endpoint: " + server.endpoint());
    System.out.println("  in the environment, any text as key:");
    System.out.println("    " + ApiKey.VARIABLE + "=not-a-real-key");
    if (!faults.isEmpty()) {
      System.out.println("First requests go wrong: " + faults);
    }
  }
}
