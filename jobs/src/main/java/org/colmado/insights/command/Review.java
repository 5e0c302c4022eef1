package org.colmado.insights.command;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.products.Categories;
import org.colmado.insights.products.ReviewQueue;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.Messages;
import org.colmado.insights.summary.ReviewText;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Stores;
import org.colmado.insights.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the {@link ReviewQueue}; writes nothing. {@link Correct} puts a product right. */
@Command(
    name = "review",
    description = {
      "Shows the products whose category is in doubt,",
      "those first that most money may be filed wrongly for."
    },
    mixinStandardHelpOptions = true)
public final class Review implements Callable<Integer> {
  private static final int MOST = 1000;

  @Mixin private CommonOptions options;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "Products to show, 1 to 1000; default: 20.")
  private int limit;

  @Option(names = "--language", paramLabel = "es|en", description = "Default: of the settings.")
  private String language;

  @Override
  public Integer call() throws Exception {
    String spoken = language == null ? options.config().language() : language;
    check(spoken);

    try (SharedSession session = SparkSessions.share("review")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      Categories categories = Categories.read(run.conf().find("categories"));
      print(queue(run), new ReviewText(texts(spoken), categories, System.out));
      return 0;
    }
  }

  private void check(String spoken) {
    if (!spoken.matches("es|en")) {
      throw refused("language", "'" + spoken + "'", "es or en");
    }
    if (limit < 1 || limit > MOST) {
      throw refused("limit", limit, "1 to " + MOST);
    }
  }

  private static Messages texts(String spoken) {
    return new Messages(Language.of(spoken));
  }

  private static Dataset<Row> queue(Run run) {
    return new ReviewQueue(
            run.small().read(ProductCategories.TABLE),
            run.lake().read(SaleLines.TABLE),
            run.small().read(Stores.TABLE))
        .inOrder();
  }

  private void print(Dataset<Row> queue, ReviewText text) {
    List<Row> first = queue.takeAsList(limit);
    if (first.isEmpty()) {
      text.printNothing();
    } else {
      text.print(first, first.size() < limit ? first.size() : queue.count());
    }
  }

  private static BadInputException refused(String what, Object found, String expected) {
    return new BadInputException(
        "Cannot show the review queue: --%s is %s, expected %s".formatted(what, found, expected));
  }
}
