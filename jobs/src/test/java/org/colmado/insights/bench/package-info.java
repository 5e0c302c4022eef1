/** What {@code bin/bench} holds the product against. No test, and no part of the product. */
package org.colmado.insights.bench;
