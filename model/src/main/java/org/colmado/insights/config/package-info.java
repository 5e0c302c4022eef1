/**
 * Settings as records, read once from YAML and checked before any work starts. Knows no table and
 * no Spark; the only package that parses configuration.
 */
package org.colmado.insights.config;
