package org.colmado.insights.personas.claims;

import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;

/** A check that every text must pass. */
interface TextCheck {

  /** The problems, worded so that the author can fix them; empty if the text passes. */
  Stream<String> problems(Evidence evidence, CheckedText said);
}
