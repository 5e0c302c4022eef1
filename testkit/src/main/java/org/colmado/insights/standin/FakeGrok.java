package org.colmado.insights.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A local server with the API of xAI: it validates requests, answers with usage and cost, and
 * injects faults. Valid requests get the faults of the script in order; after that, every answer is
 * good. Free of charge, and any key is accepted.
 */
public final class FakeGrok implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/v1/responses";
  private static final String HERE = "127.0.0.1";

  /**
   * Kept as a strong reference, as an unreferenced logger loses its level. It logs every request.
   */
  private static final Logger TALK = Logger.getLogger(MockWebServer.class.getName());

  private final MockWebServer server = new MockWebServer();
  private final BiFunction<String, JsonNode, String> answers;
  private final Queue<Fault> script;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final Set<String> cacheKeys = ConcurrentHashMap.newKeySet();

  private FakeGrok(BiFunction<String, JsonNode, String> answers, List<Fault> script) {
    this.answers = answers;
    this.script = new ConcurrentLinkedQueue<>(script);
    TALK.setLevel(Level.WARNING);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return reply(request);
          }
        });
  }

  /**
   * A server with custom answers.
   *
   * @param answers from the input of a question to the JSON text of its answer
   * @param script faults of the first requests, one each
   */
  public static FakeGrok answering(UnaryOperator<String> answers, List<Fault> script) {
    return new FakeGrok((input, schema) -> answers.apply(input), script);
  }

  /**
   * A server whose answers are minimal documents of the question's schema, with words of its input.
   *
   * @param script faults of the first requests, one each
   */
  public static FakeGrok bySchema(List<Fault> script) {
    return new FakeGrok(SchemaAnswer::to, script);
  }

  /**
   * Starts to listen on the loopback interface.
   *
   * @param port 0 for any free port
   */
  public FakeGrok start(int port) throws IOException {
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    return this;
  }

  /** URL of the endpoint. */
  public String endpoint() {
    return "http://" + HERE + ":" + server.getPort() + PATH;
  }

  /** Number of requests, including refused ones. */
  public int calls() {
    return bodies.size();
  }

  /** Bodies of the requests in order. */
  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  private MockResponse reply(RecordedRequest recorded) {
    String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
    bodies.add(body);
    JsonNode request = json(body);
    Optional<Refusal> refusal = door(recorded).or(() -> RequestCheck.refusal(request));

    return refusal.isPresent()
        ? FakeReplies.refused(refusal.get())
        : reply(request, recorded.getHeaders().get("Authorization"));
  }

  private MockResponse reply(JsonNode request, String authorization) {
    JsonNode input = request.path("input");
    String asked = input.path(input.size() - 1).path("content").asText("");
    String answer = answers.apply(asked, request.path("text").path("format").path("schema"));
    boolean isRepeated = !cacheKeys.add(request.path("prompt_cache_key").asText(""));

    FakeReplies replies = new FakeReplies(request, authorization, answer, isRepeated);
    Fault fault = script.poll();
    return fault == null ? replies.good() : replies.with(fault);
  }

  /** Refusals before the body is read. */
  private static Optional<Refusal> door(RecordedRequest request) {
    String key = request.getHeaders().get("Authorization");
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    if (!PATH.equals(request.getTarget())) {
      return Optional.of(new Refusal(404, "not-found", "Not found"));
    }
    if (!"POST".equals(request.getMethod())) {
      return Optional.of(new Refusal(405, "method-not-allowed", "Method not allowed"));
    }
    if (key == null || !key.matches("Bearer \\S+")) {
      return Optional.of(
          new Refusal(401, "unauthenticated:no-credentials", "No credentials provided"));
    }
    return type.startsWith("application/json")
        ? Optional.empty()
        : Optional.of(new Refusal(415, "unsupported-media-type", "Expected application/json"));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
