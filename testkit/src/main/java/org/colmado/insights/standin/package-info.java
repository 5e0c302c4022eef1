/** A local stand-in for api.x.ai with fault injection. No part of the product. */
package org.colmado.insights.standin;
