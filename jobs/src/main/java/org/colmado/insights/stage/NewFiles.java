package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.InputFiles;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.IngestedFiles;

/** The files of an inbox that are new or were modified since they were read. */
final class NewFiles {
  private NewFiles() {}

  static List<InputFile> of(Run run, InsightsConfig.Inbox inbox, InputFiles finder) {
    String folder = run.conf().resolved(inbox.folder());
    if (!finder.exists(folder)) {
      run.progress().say("  the inbox %s is not there: nothing to read", folder);
      return List.of();
    }

    Set<InputFile> read = new HashSet<>();
    run.lake()
        .read(IngestedFiles.TABLE)
        .where(col(IngestedFiles.SOURCE).equalTo(inbox.source()))
        .select(IngestedFiles.FILE, IngestedFiles.SIZE_BYTES, IngestedFiles.MODIFIED_AT)
        .toLocalIterator()
        .forEachRemaining(
            row -> read.add(new InputFile(row.getString(0), row.getLong(1), row.getInstant(2))));

    return finder.under(List.of(folder)).stream().filter(file -> !read.contains(file)).toList();
  }
}
