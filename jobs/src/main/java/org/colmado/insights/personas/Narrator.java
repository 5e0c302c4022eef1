package org.colmado.insights.personas;

/** Says what the facts mean. */
interface Narrator {
  Narrative of(FactSheet facts);
}
