package org.colmado.insights.personas.claims;

import java.util.stream.Stream;

/** Something that every text must hold to. */
interface TextCheck {

  /** What is wrong, in words that its author can go by; none: it holds. */
  Stream<String> problems(Evidence evidence, CheckedText said);
}
