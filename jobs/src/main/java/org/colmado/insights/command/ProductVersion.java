package org.colmado.insights.command;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the version the build was given. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Colmado Insights " + ResourceBundle.getBundle("version").getString("version")
    };
  }
}
