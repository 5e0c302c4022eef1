package org.colmado.insights.personas.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.personas.claims.SpoiledAnswers.Kind;
import org.colmado.insights.personas.facts.DrawnSheets;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.Sheets;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.RuleNarrator;
import org.colmado.insights.products.Categories;
import org.colmado.insights.text.BilingualText;

/**
 * How many answers with one false claim pass the check, and how many honest ones hold. Arguments:
 * the project's folder, which must be the parent of the working folder, a seed, and optionally a
 * file of honest texts in the form of {@code held.csv}.
 */
public final class PersonaBench {
  private static final int OF_A_KIND = 100;
  private static final int HONEST = 500;
  private static final int SHOWN = 20;

  private PersonaBench() {}

  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path held =
        args.length > 2
            ? Path.of(args[2])
            : home.resolve("jobs/src/test/resources/personas/held.csv");
    Grounding grounding = new Grounding(Sheets.RULES, Sheets.ALCOHOL_HOURS);
    spoiled(grounding, home, seed);
    honest(grounding, held, seed);
  }

  private static void spoiled(Grounding grounding, Path home, long seed) {
    Categories categories =
        Yaml.read(home.resolve("conf/categories/categories.yaml"), Categories.class);
    ClaimedAnswers claimed = new ClaimedAnswers(Sheets.RULES);
    SpoiledAnswers spoiler = new SpoiledAnswers(seed, categories);
    Map<Kind, Integer> passed = new EnumMap<>(Kind.class);
    List<String> shown = new ArrayList<>();
    int all = 0;
    for (Kind kind : Kind.values()) {
      passed.put(kind, 0);
      long sheet = seed * 100_000;
      for (int made = 0; made < OF_A_KIND; ) {
        FactSheet facts = sheet(sheet++);
        Narrative answer = claimed.of(facts, RuleNarrator.of(facts));
        Optional<Narrative> spoiled = spoiler.of(facts, answer, kind);
        if (spoiled.isPresent()) {
          made++;
          all++;
          if (grounding.problems(Json.write(facts), Json.write(spoiled.get())).isEmpty()) {
            passed.merge(kind, 1, Integer::sum);
            shown.add(kind + ": " + difference(answer, spoiled.get()));
          }
        }
      }
    }

    System.out.printf("%-26s %8s %7s%n", "one false claim", "answers", "passed");
    passed.forEach(
        (kind, number) -> System.out.printf("%-26s %8d %7d%n", name(kind), OF_A_KIND, number));
    int sum = passed.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("%-26s %8d %7d%n%n", "all", all, sum);
    shown.stream().limit(SHOWN).forEach(it -> System.out.println("passed: " + it));
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static FactSheet sheet(long seed) {
    return seed % 10 == 0 ? Sheets.bread() : seed % 10 == 1 ? Sheets.beer() : DrawnSheets.of(seed);
  }

  private static String difference(Narrative answer, Narrative spoiled) {
    List<BilingualText> before = answer.texts().toList();
    List<BilingualText> after = spoiled.texts().toList();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        return before.get(i) + " -> " + after.get(i);
      }
    }
    return "claims alone";
  }

  private static void honest(Grounding grounding, Path held, long seed) throws IOException {
    List<String> lines =
        Files.readAllLines(held, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    ClaimedAnswers claimed = new ClaimedAnswers(Sheets.RULES);
    List<String> refused = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split("\\|", 3);
      FactSheet facts = fields[0].equals("bread") ? Sheets.bread() : Sheets.beer();
      Narrative told = claimed.of(facts, RuleNarrator.of(facts));
      BilingualText persona =
          fields[1].equals("es")
              ? new BilingualText(fields[2], told.persona().en())
              : new BilingualText(told.persona().es(), fields[2]);
      Narrative answer =
          new Narrative(
              persona,
              null,
              told.recommendations(),
              told.insights(),
              told.campaign(),
              told.campaignClaims());
      note(grounding, facts, answer, refused, line);
    }
    for (long sheet = lines.size(); sheet < HONEST; sheet++) {
      FactSheet facts = sheet(seed * 1_000_000 + sheet);
      note(grounding, facts, claimed.of(facts, RuleNarrator.of(facts)), refused, "rules " + sheet);
    }

    int all = Math.max(HONEST, lines.size());
    System.out.printf("%-26s %8s %7s%n", "honest", "answers", "hold");
    System.out.printf("%-26s %8d %7d%n", "written and by rules", all, all - refused.size());
    refused.stream().limit(SHOWN).forEach(it -> System.out.println("refused: " + it));
  }

  private static void note(
      Grounding grounding, FactSheet facts, Narrative answer, List<String> refused, String what) {
    List<String> problems = grounding.problems(Json.write(facts), Json.write(answer));
    if (!problems.isEmpty()) {
      refused.add(what + ": " + problems);
    }
  }
}
