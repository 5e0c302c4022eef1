package org.colmado.insights.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FakeGrokCommandTest {

  @Test
  void servesUntilItIsInterrupted() {
    MiniShop.Printed served =
        MiniShop.printed(
            () -> {
              Thread.currentThread().interrupt();
              return execute("--port", "0", "--faults", "timeout,Half_Body");
            });

    assertThat(served.exit()).isZero();
    assertThat(served.out())
        .containsPattern("endpoint: http://127\\.0\\.0\\.1:\\d+/v1/responses")
        .contains("grok.yaml", "XAI_API_KEY=", "[TIMEOUT, HALF_BODY]");
  }

  @Test
  void endsWithTwoWhereThePortIsTaken() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(MiniShop.printed(() -> execute("--port", port)).exit()).isEqualTo(2);
    }
  }

  @Test
  void endsWithTwoOnAFaultThatThereIsNot() {
    assertThat(MiniShop.printed(() -> execute("--faults", "nope")).exit()).isEqualTo(2);
  }

  private static int execute(String... words) {
    Stream<String> all =
        Stream.concat(Stream.of("--conf", "../conf/insights.yaml"), Stream.of(words));

    return CommandLines.of(new ServeFakeGrok()).execute(all.toArray(String[]::new));
  }
}
