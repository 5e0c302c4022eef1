package org.colmado.insights.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colmado.insights.schema.TableSpec;
import org.junit.jupiter.api.Test;

class TablesPageTest {
  /** Tests run in the folder of the module. */
  private static final Path PAGE = Path.of("..", "docs", "tables.md");

  @Test
  void committedPageIsThatOfTheSpecs() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, TablesPage.markdown());
    }

    assertThat(PAGE).exists();
    assertThat(Files.readString(PAGE))
        .as("docs/tables.md; to print it again run this test with -Ddocs.write=true")
        .isEqualTo(TablesPage.markdown());
  }

  @Test
  void pageHasEveryTableAndColumn() {
    String page = TablesPage.markdown();

    for (TableSpec table : Tables.ALL) {
      assertThat(page).contains("\n## " + table.name() + "\n");
      for (String column : table.schema().names()) {
        assertThat(page).contains("| `" + column + "` |");
      }
    }
  }
}
