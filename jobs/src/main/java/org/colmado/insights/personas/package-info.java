/**
 * Who comes on a kind of visit and what to do about it, in words: from result tables to a fact
 * sheet a segment, to a text by rules or by Grok that is held against the sheet.
 */
package org.colmado.insights.personas;
