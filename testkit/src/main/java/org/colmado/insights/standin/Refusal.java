package org.colmado.insights.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * An error response of xAI.
 *
 * @param status HTTP status
 */
public record Refusal(int status, String code, String error) {

  public static Refusal badRequest(String error) {
    return new Refusal(400, "Client specified an invalid argument", error);
  }

  public String json() {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("error", error).toString();
  }
}
