/** The Spark session of tests, rows with defaults, and comparisons. No part of the product. */
package org.colmado.insights.testing;
