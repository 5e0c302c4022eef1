package org.colmado.insights.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every product a simulated shop may stock, from {@code simulate/products.csv}. Names, brands and
 * sizes are written as shops key them in; prices, costs and popularity are assumptions for 2026.
 *
 * @param products in the order of the file
 * @param families products by family, best seller first
 */
record ProductCatalogue(List<Product> products, Map<String, List<Product>> families) {
  private static final String RESOURCE = "/simulate/products.csv";

  static ProductCatalogue read() {
    try (InputStream bytes = ProductCatalogue.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines.readLine(); // the header
      List<Product> products = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        products.add(Product.of(products.size(), line));
      }
      return of(products);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the product catalogue " + RESOURCE, e);
    }
  }

  private static ProductCatalogue of(List<Product> products) {
    Map<String, List<Product>> families =
        products.stream()
            .collect(Collectors.groupingBy(Product::family, TreeMap::new, Collectors.toList()));

    return new ProductCatalogue(List.copyOf(products), families);
  }
}
