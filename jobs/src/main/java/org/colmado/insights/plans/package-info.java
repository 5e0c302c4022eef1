/**
 * From what is expected to what to do about it: hands for every hour, goods for every delivery.
 * Reads forecasts and sales as tables; makes no forecast of trade itself.
 */
package org.colmado.insights.plans;
