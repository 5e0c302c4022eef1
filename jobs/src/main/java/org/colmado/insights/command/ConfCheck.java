package org.colmado.insights.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.colmado.insights.baskets.OfferRules;
import org.colmado.insights.calendar.AlcoholHours;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.products.Categoriser;
import org.colmado.insights.scoring.ScoreRules;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.segments.missions.MissionRules;

/** Reads every file of the configuration as the stages would. */
record ConfCheck(ConfFolder conf) {
  private static final String YAML = ".yaml";

  /** One finding for each file or folder of rules. */
  List<CheckResult> files() {
    List<CheckResult> findings = new ArrayList<>();
    folder(findings, "sources", file -> Yaml.read(file, SourceMapping.class));
    folder(findings, "calendars", file -> ShopCalendar.read(name(file), file));
    one(findings, "categories", Categoriser::read);
    one(findings, "segments.yaml", SegmentRules::read);
    one(findings, "missions.yaml", MissionRules::read);
    one(findings, "offers.yaml", OfferRules::read);
    one(findings, "forecast.yaml", ForecastRules::read);
    one(findings, "plans.yaml", PlanRules::read);
    one(findings, "alcohol.yaml", AlcoholHours::read);
    one(findings, "personas.yaml", PersonaRules::read);
    one(findings, "grok.yaml", GrokRules::read);
    one(findings, "scorecard.yaml", ScoreRules::read);
    return findings;
  }

  /** Whether the configured folders and files exist. */
  List<CheckResult> inboxes(InsightsConfig config) {
    List<CheckResult> findings = new ArrayList<>();
    for (InsightsConfig.Inbox inbox : config.ingest().inbox()) {
      named(findings, "sources/" + inbox.source() + YAML);
      findings.add(inbox(conf.resolved(inbox.folder())));
    }
    for (String calendar : calendars(config)) {
      named(findings, "calendars/" + calendar + YAML);
    }
    return findings;
  }

  private static Set<String> calendars(InsightsConfig config) {
    Set<String> calendars = new TreeSet<>();
    calendars.add(config.storeDefaults().calendar());
    config.stores().values().stream()
        .map(overrides -> overrides.over(config.storeDefaults()))
        .map(StoreSettings::calendar)
        .forEach(calendars::add);
    calendars.remove(ShopCalendar.none().id());
    return calendars;
  }

  private static CheckResult inbox(String folder) {
    if (folder.matches("[a-z0-9]+:.*")) {
      return CheckResult.ok("inbox " + folder + " is not on this machine: the night looks into it");
    }

    Path path = Path.of(folder);
    if (!Files.exists(path)) {
      return CheckResult.look(
          "inbox " + path + " is not there", "make it and put the POS files into it");
    }
    return Files.isDirectory(path) && Files.isReadable(path)
        ? CheckResult.ok("inbox " + path)
        : CheckResult.wrong("inbox " + path + " cannot be listed", "make it a folder you may read");
  }

  private void folder(List<CheckResult> findings, String name, Consumer<Path> reading) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(conf.find(name), "*" + YAML)) {
      Set<Path> sorted = new TreeSet<>();
      files.forEach(sorted::add);
      sorted.forEach(file -> findings.add(read(name + "/" + file.getFileName(), file, reading)));
    } catch (BadInputException | IOException e) {
      findings.add(
          CheckResult.wrong("conf/" + name + ": " + e.getMessage(), "bring the folder back"));
    }
  }

  private void one(List<CheckResult> findings, String name, Consumer<Path> reading) {
    try {
      findings.add(read(name, conf.find(name), reading));
    } catch (BadInputException e) {
      findings.add(CheckResult.wrong(e.getMessage(), "bring it back"));
    }
  }

  private void named(List<CheckResult> findings, String name) {
    try {
      conf.find(name);
    } catch (BadInputException e) {
      findings.add(
          CheckResult.wrong(e.getMessage(), "write it, or correct the name in the settings"));
    }
  }

  private static CheckResult read(String name, Path file, Consumer<Path> reading) {
    try {
      reading.accept(file);
      return CheckResult.ok("conf/" + name);
    } catch (RuntimeException e) {
      return CheckResult.wrong("conf/" + name + ": " + e.getMessage(), "mend the file");
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();

    return name.substring(0, name.length() - YAML.length());
  }
}
