package org.colmado.insights.forecast.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.forecast.pooled.PooledModel;

/**
 * The settings of {@code conf/forecast.yaml}.
 *
 * @param horizonDays number of days to forecast
 * @param origins number of weekly back-test origins
 * @param refitDays days between back-tests; in between, the champions stay
 * @param silentDays a store without sales for so many days is not forecast
 * @param pooledModels models trained on all stores at once; may be empty
 * @param price assumed reaction of buyers to price changes
 */
public record ForecastRules(
    int horizonDays,
    int origins,
    int refitDays,
    int silentDays,
    List<PooledModel> pooledModels,
    PriceRules price)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ForecastRules {
    Expect.between("horizon-days", horizonDays, 1, 14);
    Expect.between("origins", origins, 8, 104);
    Expect.between("refit-days", refitDays, 1, 365);
    Expect.between("silent-days", silentDays, 7, 120);
    pooledModels = List.copyOf(pooledModels);
  }

  /** Reads and checks the file. */
  public static ForecastRules read(Path file) {
    return Yaml.read(file, ForecastRules.class);
  }

  /** The same rules with another horizon. */
  public ForecastRules withHorizonDays(int days) {
    return new ForecastRules(days, origins, refitDays, silentDays, pooledModels, price);
  }
}
