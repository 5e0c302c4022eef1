/** Opens the Spark session; the only place that names a {@code spark.*} key. */
package org.colmado.insights.spark;
