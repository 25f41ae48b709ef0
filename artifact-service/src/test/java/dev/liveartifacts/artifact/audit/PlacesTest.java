package dev.liveartifacts.artifact.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static UniAssertSubscriber<Boolean> take(Places places) {
    return places.take().subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  @Test
  void whoever_waits_longest_gets_the_place_that_is_given_back() {
    Places places = new Places(2, LONG);
    take(places).assertItem(true);
    take(places).assertItem(true);
    UniAssertSubscriber<Boolean> first = take(places);
    UniAssertSubscriber<Boolean> second = take(places);
    assertThat(places.tryTake()).isFalse();

    places.giveBack(1);

    first.assertItem(true);
    second.assertNotTerminated();
    assertThat(places.taken()).isEqualTo(2);
  }

  @Test
  void nobody_waits_longer_than_the_deadline_and_no_place_is_lost_by_it() {
    Places places = new Places(1, Duration.ofMillis(50));
    take(places).assertItem(true);

    take(places).awaitItem().assertItem(false);

    places.giveBack(1);
    assertThat(places.taken()).isZero();
    take(places).assertItem(true);
  }

  @Test
  void no_more_wait_than_there_are_places() {
    Places places = new Places(1, LONG);
    take(places);
    UniAssertSubscriber<Boolean> waiting = take(places);

    take(places).assertItem(false);

    waiting.assertNotTerminated();
  }
}
