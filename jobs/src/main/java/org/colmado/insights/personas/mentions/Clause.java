package org.colmado.insights.personas.mentions;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colmado.insights.personas.mentions.NumberMentions.Figure;

/**
 * The clause of a figure: the words around it up to the next mark, to the other figure, or to the
 * "and" before that.
 *
 * @param sentence where its sentence begins
 * @param from where the clause begins
 * @param to before which it ends
 */
record Clause(int sentence, int from, int to) {
  private static final Pattern END = Pattern.compile("[.!?;\\n](?![0-9])");
  private static final Pattern MARK = Pattern.compile("[,:](?![0-9])|\\)");
  private static final Pattern AND = Pattern.compile("\\s(?:y|e|and)\\s");

  static Clause of(String text, List<Figure> figures, int index) {
    Figure figure = figures.get(index);
    int sentence = last(END, text, 0, figure.start());
    int from = Math.max(sentence, last(MARK, text, sentence, figure.start()));
    if (index > 0) {
      int before = figures.get(index - 1).end();
      from = Math.max(from, last(AND, text, Math.min(before, figure.start()), figure.start()));
      from = Math.max(from, Math.min(before, figure.start()));
    }
    int to = next(END, text, figure.end(), text.length());
    to = next(MARK, text, figure.end(), to);
    if (index + 1 < figures.size()) {
      int behind = Math.max(figure.end(), figures.get(index + 1).start());
      to = Math.min(to, lastStart(AND, text, figure.end(), behind));
    }
    return new Clause(sentence, from, to);
  }

  List<Subject> own(List<Subject> subjects) {
    return subjects.stream().filter(it -> it.start() >= from && it.start() < to).toList();
  }

  /** Those of the sentence before the clause. */
  List<Subject> before(List<Subject> subjects) {
    return subjects.stream().filter(it -> it.start() >= sentence && it.start() < from).toList();
  }

  private static int last(Pattern mark, String text, int from, int to) {
    Matcher matcher = mark.matcher(text).region(from, to);
    int last = from;
    while (matcher.find()) {
      last = matcher.end();
    }
    return last;
  }

  private static int lastStart(Pattern mark, String text, int from, int to) {
    Matcher matcher = mark.matcher(text).region(from, to);
    int last = to;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }

  private static int next(Pattern mark, String text, int from, int to) {
    Matcher matcher = mark.matcher(text).region(Math.min(from, to), to);

    return matcher.find() ? matcher.start() : to;
  }
}
