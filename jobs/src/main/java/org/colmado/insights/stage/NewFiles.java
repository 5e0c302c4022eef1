package org.colmado.insights.stage;

import java.time.Instant;
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
  private static final List<String> COLUMNS =
      List.of(
          IngestedFiles.SOURCE,
          IngestedFiles.FILE,
          IngestedFiles.SIZE_BYTES,
          IngestedFiles.MODIFIED_AT);

  private NewFiles() {}

  static List<InputFile> of(Run run, InsightsConfig.Inbox inbox, InputFiles finder) {
    String folder = run.conf().resolved(inbox.folder());
    if (!finder.exists(folder)) {
      run.progress().say("  the inbox %s is not there: nothing to read", folder);
      return List.of();
    }

    Set<InputFile> read = new HashSet<>();
    for (Object[] file : run.lake().values(IngestedFiles.TABLE, COLUMNS)) {
      if (file[0].equals(inbox.source())) {
        read.add(new InputFile((String) file[1], (Long) file[2], (Instant) file[3]));
      }
    }

    return finder.under(List.of(folder)).stream().filter(file -> !read.contains(file)).toList();
  }
}
