package org.colmado.insights.personas.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.Narrative.Claim;
import org.colmado.insights.personas.wording.Narrative.Insight;
import org.colmado.insights.personas.wording.Narrative.Recommendation;
import org.colmado.insights.products.Categories;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/** Answers with one false claim, in one language or in both, drawn by lot. */
final class SpoiledAnswers {

  /** What is spoiled. */
  enum Kind {
    NUMBER,
    NUMBER_OF_ANOTHER_FACT,
    EFFECT,
    HOUR,
    WEEKDAY,
    CATEGORY,
    TENDER,
    ADVICE_NOT_FOR_A_COUNTER,
    GOODS_NOT_SOLD,
    NO_SUCH_FACT
  }

  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.,:])[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?(?![0-9:]|[.,][0-9])");
  private static final Pattern RANGE = Pattern.compile("([0-9.,]+) (a|to) ([0-9.,]+) (?=más|more)");
  private static final Pattern HOUR = Pattern.compile("\\b[0-9]{1,2}:00");
  private static final List<BilingualText> TENDERS =
      List.of(
          new BilingualText("en efectivo", "in cash"),
          new BilingualText("con tarjeta", "by card"),
          new BilingualText("al fiado", "on credit"),
          new BilingualText("por transferencia", "by transfer"));
  private static final List<BilingualText> ADVICE =
      List.of(
          text("Abra una segunda caja.", "Open a second till."),
          text("Ponga otra caja a esa hora.", "Put up another register at that hour."),
          text("Deje que cada quien tome lo suyo del estante.", "Let them help themselves."),
          text("Ponga un carrito en el pasillo.", "Put a cart in the aisle."),
          text("Contrate a dos empleados.", "Hire two clerks."),
          text("Mándeles un correo electrónico.", "Send them an email."),
          text("Abra un parqueo para ellos.", "Open a parking lot for them."),
          text("Instale una pantalla con los precios.", "Install a screen with the prices."),
          text("Déles puntos por cada visita.", "Give them points for every visit."),
          text("Ponga unas mesas en la acera.", "Put some tables on the pavement."));
  private static final List<BilingualText> GOODS =
      List.of(
          text("También les gustan gasolina.", "They also like gasoline."),
          text("Piden mucho los zapatos.", "They often ask for shoes."),
          text("Tenga a mano los juguetes.", "Keep the toys at hand."),
          text("Ofrézcales pintura y clavos.", "Offer them paint and nails."),
          text("Compran sobre todo ropa.", "They buy mostly clothes."),
          text("Llevan flores a la casa.", "They take flowers home."),
          text("Les gusta el sushi.", "They like the sushi."),
          text("Buscan un celular nuevo.", "They look for a new cell phone."),
          text("Compran neumáticos los lunes.", "They buy tyres on Mondays."),
          text("Les encanta el caviar.", "They love the caviar."));
  private static final List<BilingualText> NOTHING =
      List.of(
          text("Cada vez vienen más.", "There are more and more of them."),
          text("Compran más que antes.", "They buy more than before."),
          text("Son clientes jóvenes.", "They are young customers."),
          text("Nunca vienen de noche.", "They never come at night."),
          text("Gastan la mitad que los demás.", "They spend half of what others do."),
          text("Vienen unas 77 personas al día.", "Some 77 people come a day."),
          text("Dos de cada tres se llevan algo dulce.", "Two out of three take something sweet."),
          text("En diciembre vienen más.", "In December more of them come."),
          text("El supermercado les queda lejos.", "The supermarket is far from them."),
          text("Hágales un descuento.", "Give them a discount."));

  private final Random random;
  private final Categories categories;

  SpoiledAnswers(long seed, Categories categories) {
    random = new Random(seed);
    this.categories = categories;
  }

  private static BilingualText text(String es, String en) {
    return new BilingualText(es, en);
  }

  /** Empty where the answer has nothing of the kind. */
  Optional<Narrative> of(FactSheet facts, Narrative answer, Kind kind) {
    return switch (kind) {
      case NUMBER -> number(answer, this::another);
      case NUMBER_OF_ANOTHER_FACT -> number(answer, it -> swapped(facts, it));
      case EFFECT -> effect(facts, answer);
      case HOUR -> replaced(answer, HOUR, this::anotherHour, false);
      case WEEKDAY -> weekday(answer);
      case CATEGORY -> category(facts, answer);
      case TENDER -> tender(answer);
      case ADVICE_NOT_FOR_A_COUNTER -> Optional.of(added(answer, one(ADVICE)));
      case GOODS_NOT_SOLD -> Optional.of(added(answer, one(GOODS)));
      case NO_SUCH_FACT -> Optional.of(added(answer, one(NOTHING)));
    };
  }

  private Optional<Narrative> number(Narrative answer, UnaryOperator<String> other) {
    return replaced(answer, NUMBER, other, random.nextBoolean());
  }

  private String another(String number) {
    double value = Double.parseDouble(number.replace(",", ""));
    double changed =
        value < 4 ? value + 1 + random.nextInt(5) : value * (1.3 + random.nextDouble());

    return Language.number(changed);
  }

  private String swapped(FactSheet facts, String number) {
    List<String> others =
        Stream.of(facts.percents(), facts.counts(), facts.amounts())
            .flatMap(it -> it)
            .map(it -> Language.number(Math.abs(it)))
            .filter(it -> !it.equals(number))
            .distinct()
            .toList();

    return others.isEmpty() ? number : one(others);
  }

  private String anotherHour(String hour) {
    int value = Integer.parseInt(hour.substring(0, hour.indexOf(':')));

    return Language.hour((value + 1 + random.nextInt(22)) % 24);
  }

  private Optional<Narrative> effect(FactSheet facts, Narrative answer) {
    List<Offer> offers = facts.offers();
    return replaced(
        answer,
        RANGE,
        range -> {
          MatchResult parts = RANGE.matcher(range + "más").results().findFirst().orElseThrow();
          String low = parts.group(1);
          String high = parts.group(3);
          Offer other = one(offers);
          String changed =
              switch (random.nextInt(4)) {
                case 0 -> high + " " + parts.group(2) + " " + low;
                case 1 -> high + " " + parts.group(2) + " " + high;
                case 2 -> low + " " + parts.group(2) + " " + another(high);
                default ->
                    Language.number(other.effectLow())
                        + " "
                        + parts.group(2)
                        + " "
                        + Language.number(other.effectHigh());
              };
          return changed + " ";
        },
        random.nextBoolean());
  }

  private Optional<Narrative> weekday(Narrative answer) {
    int from = random.nextInt(7);
    int to = (from + 1 + random.nextInt(6)) % 7;
    return changed(
        answer,
        (text, language) ->
            text.replaceFirst("(?i)\\b" + language.weekday(from), language.weekday(to)));
  }

  private Optional<Narrative> category(FactSheet facts, Narrative answer) {
    if (facts.categories().isEmpty()) {
      return Optional.empty();
    }
    FactSheet.Category from = one(facts.categories());
    Categories.Category to = one(categories.categories());
    return to.code().equals(from.code())
        ? Optional.empty()
        : changed(
            answer,
            (text, language) ->
                text.replaceFirst(
                    Pattern.quote(Language.lower(language.of(from.name()))),
                    Language.lower(language == Language.ES ? to.es() : to.en())));
  }

  private Optional<Narrative> tender(Narrative answer) {
    BilingualText from = one(TENDERS);
    BilingualText to = one(TENDERS);
    return changed(
        answer, (text, language) -> text.replaceFirst(language.of(from), language.of(to)));
  }

  /** Changes a text in a language. */
  private interface Change {
    String of(String text, Language language);
  }

  private Optional<Narrative> replaced(
      Narrative answer, Pattern pattern, UnaryOperator<String> other, boolean isClaimed) {
    List<String> found =
        answer
            .texts()
            .flatMap(it -> pattern.matcher(it.es()).results())
            .map(MatchResult::group)
            .distinct()
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String from = one(found);
    String to = other.apply(from);
    if (to.strip().equals(from.strip())) {
      return Optional.empty();
    }
    String english = from.replace(" a ", " to ");
    Pattern whole =
        Pattern.compile(
            "(?<![0-9.,:])(?:"
                + Pattern.quote(from)
                + "|"
                + Pattern.quote(english)
                + ")(?![0-9:]|[.,][0-9])");
    Optional<Narrative> spoiled =
        changed(
            answer,
            (text, language) ->
                whole
                    .matcher(text)
                    .replaceFirst(language == Language.ES ? to : to.replace(" a ", " to ")));
    return isClaimed ? spoiled.map(it -> claimed(it, from, to)) : spoiled;
  }

  /** The lie is stated among the claims too. */
  private static Narrative claimed(Narrative answer, String from, String to) {
    return new Narrative(
        answer.persona(),
        claims(answer.personaClaims(), from, to),
        answer.recommendations().stream()
            .map(
                it ->
                    new Recommendation(
                        it.offerId(),
                        it.hour(),
                        it.target(),
                        it.text(),
                        it.measure(),
                        claims(it.claims(), from, to)))
            .toList(),
        answer.insights().stream()
            .map(it -> new Insight(it.slotId(), it.text(), claims(it.claims(), from, to)))
            .toList(),
        answer.campaign(),
        claims(answer.campaignClaims(), from, to));
  }

  private static List<Claim> claims(List<Claim> claims, String from, String to) {
    String value = from.replace(",", "").replaceFirst("\\.0+$", "");

    return claims.stream()
        .map(it -> it.value().equals(value) ? new Claim(it.fact(), to.replace(",", "")) : it)
        .toList();
  }

  /** Changes the first text, from a random one on, that the change changes. */
  private Optional<Narrative> changed(Narrative answer, Change change) {
    int number = (int) answer.texts().count();
    int first = random.nextInt(number);
    boolean isSpanish = random.nextInt(3) < 2;
    boolean isEnglish = !isSpanish || random.nextBoolean();
    for (int i = 0; i < number; i++) {
      int at = (first + i) % number;
      Narrative spoiled = at(answer, at, it -> both(it, change, isSpanish, isEnglish));
      if (!spoiled.equals(answer)) {
        return Optional.of(spoiled);
      }
    }
    return Optional.empty();
  }

  private static BilingualText both(
      BilingualText text, Change change, boolean isSpanish, boolean isEnglish) {
    return new BilingualText(
        isSpanish ? change.of(text.es(), Language.ES) : text.es(),
        isEnglish ? change.of(text.en(), Language.EN) : text.en());
  }

  private Narrative added(Narrative answer, BilingualText sentence) {
    int number = (int) answer.texts().count();
    boolean isSpanish = random.nextInt(3) < 2;
    boolean isEnglish = !isSpanish || random.nextBoolean();
    Change change = (text, language) -> text + " " + language.of(sentence);

    return at(answer, random.nextInt(number), it -> both(it, change, isSpanish, isEnglish));
  }

  private static Narrative at(Narrative answer, int index, UnaryOperator<BilingualText> change) {
    List<BilingualText> texts = answer.texts().collect(Collectors.toCollection(ArrayList::new));
    texts.set(index, change.apply(texts.get(index)));
    List<Recommendation> recommendations = new ArrayList<>();
    int next = 2;
    for (Recommendation it : answer.recommendations()) {
      recommendations.add(
          new Recommendation(
              it.offerId(),
              it.hour(),
              texts.get(next),
              texts.get(next + 1),
              texts.get(next + 2),
              it.claims()));
      next += 3;
    }
    List<Insight> insights = new ArrayList<>();
    for (Insight it : answer.insights()) {
      insights.add(new Insight(it.slotId(), texts.get(next++), it.claims()));
    }
    return new Narrative(
        texts.get(0),
        answer.personaClaims(),
        recommendations,
        insights,
        texts.get(1),
        answer.campaignClaims());
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
