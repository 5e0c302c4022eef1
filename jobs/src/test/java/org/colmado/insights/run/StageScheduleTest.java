package org.colmado.insights.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageScheduleTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void stagesRunOneAfterAnotherUnlessOneSaysOtherwise() {
    schedule(stage("a"), stage("b"), stage("c")).run(stage -> done.add(stage.name()));

    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void aStageRunsBesideAnEarlierOneThatItDoesNotNeed() {
    CountDownLatch both = new CountDownLatch(2);

    schedule(stage("a"), stage("b", "a"), stage("c"))
        .run(
            stage -> {
              if (!stage.name().equals("c")) {
                both.countDown();
                await(both);
              }
              done.add(stage.name());
            });

    assertThat(done).hasSize(3).endsWith("c");
  }

  @Test
  void aStageWaitsForAnEarlierOneThatItNeedsThoughAThreadIsFree() {
    CountDownLatch offersBegan = new CountDownLatch(1);

    schedule(stage("missions"), stage("features"), stage("offers", "missions", "features"))
        .run(
            stage -> {
              if (stage.name().equals("missions")) {
                await(offersBegan);
              }
              if (stage.name().equals("offers")) {
                offersBegan.countDown();
              }
              done.add(stage.name());
            });

    assertThat(done.indexOf("missions")).isLessThan(done.indexOf("features"));
  }

  @Test
  void afterAFailureNoneBeginsAndThoseUnderWayEnd() {
    CountDownLatch failed = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                schedule(stage("a"), stage("b", "a"), stage("c"))
                    .run(
                        stage -> {
                          if (stage.name().equals("a")) {
                            failed.countDown();
                            throw new IllegalStateException("disk full");
                          }
                          await(failed);
                          done.add(stage.name());
                        }))
        .hasMessage("disk full");
    assertThat(done).containsExactly("b");
  }

  private static StageSchedule schedule(Stage... stages) {
    return new StageSchedule(List.of(stages));
  }

  private static Stage stage(String name, String... beside) {
    return new Stage() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<String> beside() {
        return List.of(beside);
      }

      @Override
      public Outcome run(Run run) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
