package org.colmado.insights.command;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** The version of the build, for {@code --version}. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Colmado Insights " + ResourceBundle.getBundle("version").getString("version")
    };
  }
}
