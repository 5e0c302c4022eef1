package org.colmado.insights.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconFilesTest {
  private static final String HEADER = "category,kind,language,priority,phrases\n";

  @TempDir Path folder;

  @BeforeEach
  void writeAFolderThatReads() throws IOException {
    Files.copy(
        CategoriserTest.CATEGORIES.resolve("categories.yaml"), folder.resolve("categories.yaml"));
    Files.createDirectory(folder.resolve("lexicon"));
    Files.writeString(folder.resolve("catalogue.csv"), "category,labels\nalcohol,Cervezas\n");
    Files.writeString(folder.resolve("examples.csv"), "category,names\nalcohol,Cerveza Luna\n");
    Files.writeString(folder.resolve("confidence.csv"), "log_odds,right\n0,0.5\n3,1\n");
    write("alcohol,word,es,60,cerveza;ron");
  }

  @Test
  void namesACurveThatFallsOrPassesOne() throws IOException {
    Files.writeString(folder.resolve("confidence.csv"), "log_odds,right\n0,0.9\n3,0.5\n");
    refuses("confidence.csv: line 3: found");

    Files.writeString(folder.resolve("confidence.csv"), "log_odds,right\n0,0.9\n3,1.5\n");
    refuses("confidence.csv: line 3: found");
  }

  @Test
  void readsRowsOfSeveralPhrases() {
    Decision decision = Categoriser.read(folder).categorise("Ron Luna 350 ml");

    assertThat(decision.category()).isEqualTo("alcohol");
    assertThat(decision.matched()).contains("ron");
  }

  @Test
  void changesItsVersionWithAnyFile() throws IOException {
    String before = Categoriser.read(folder).version();
    write("alcohol,word,es,60,cerveza");

    assertThat(Categoriser.read(folder).version()).isNotEqualTo(before);
  }

  @Test
  void namesAnUnknownCategoryWithItsLine() throws IOException {
    write("# a remark\nalcool,word,es,60,cerveza");

    refuses("words.csv: line 3: found category 'alcool', expected one of [alcohol,");
  }

  @Test
  void namesAnEmptyPhrase() throws IOException {
    write("alcohol,word,es,60,cerveza;;ron");

    refuses("words.csv: line 2: found an empty phrase (''), expected words between semicolons");

    write("snacks,word,en,60,cones");
    refuses("line 2: found an empty phrase ('cones'), expected words between semicolons");
  }

  @Test
  void namesAPhraseOfTwoCategoriesAtOnePriority() throws IOException {
    write("alcohol,word,es,60,cerveza\nsnacks,brand,any,60,Cervezas");

    refuses("line 3: found 'Cervezas' as snacks, and elsewhere 'cerveza' as alcohol, both of");
  }

  @Test
  void letsTheHigherPriorityHaveAPhraseOfTwoCategories() throws IOException {
    write("alcohol,word,es,60,cerveza\nsnacks,brand,any,61,Cervezas");

    assertThat(Categoriser.read(folder).categorise("cerveza").category()).isEqualTo("snacks");
  }

  @Test
  void namesAnUnknownKindLanguageOrPriority() throws IOException {
    write("alcohol,noun,es,60,cerveza");
    refuses("line 2: found kind 'noun', expected word, phrase, brand or exclusion");

    write("alcohol,word,fr,60,cerveza");
    refuses("line 2: found language 'fr', expected es, en or any");

    write("alcohol,word,es,high,cerveza");
    refuses("line 2: found priority 'high', expected a whole number, 0 to 100");
  }

  @Test
  void namesARowWithTooFewFieldsAndAWrongHeader() throws IOException {
    write("alcohol,word,es");
    refuses("line 2: found 3 fields, expected 5 fields");

    Files.writeString(folder.resolve("lexicon/words.csv"), "a,b,c,d,e\n");
    refuses("line 1: found 'a,b,c,d,e', expected the header");
  }

  @Test
  void namesACatalogueLabelOfTwoCategories() throws IOException {
    Files.writeString(
        folder.resolve("catalogue.csv"), "category,labels\nalcohol,Licor\nsnacks,LICOR\n");

    refuses("catalogue.csv: line 3: found 'LICOR' as snacks, and elsewhere as alcohol");
  }

  @Test
  void namesAnExampleWithoutAWord() throws IOException {
    Files.writeString(folder.resolve("examples.csv"), "category,names\nalcohol,Ron;350 ml\n");

    refuses("examples.csv: line 2: found a name without a word ('350 ml')");
  }

  private void write(String rows) throws IOException {
    Files.writeString(folder.resolve("lexicon/words.csv"), HEADER + rows + "\n");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> Categoriser.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }
}
