package dev.liveartifacts.connector.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2, 2);
  private final List<UniEmitter<? super String>> working = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final List<Throwable> failed = new ArrayList<>();
  private final AtomicInteger cancelled = new AtomicInteger();

  private Cancellable enter() {
    return turnstile
        .pass(() ->
            Uni.createFrom()
                .<String>emitter(working::add)
                .onCancellation()
                .invoke(cancelled::incrementAndGet))
        .subscribe()
        .with(done::add, failed::add);
  }

  @Test
  void so_many_work_and_so_many_wait_and_the_rest_is_turned_away() {
    for (int i = 0; i < 5; i++) {
      enter();
    }

    assertThat(working).hasSize(2);
    assertThat(failed).singleElement().isInstanceOf(Turnstile.Full.class);
  }

  @Test
  void who_waits_comes_next_and_in_turn() {
    for (int i = 0; i < 4; i++) {
      enter();
    }

    working.get(0).complete("first");
    assertThat(working).hasSize(3);
    working.get(1).fail(new IllegalStateException("second"));
    assertThat(working).hasSize(4);
    assertThat(done).containsExactly("first");
    assertThat(failed).hasSize(1);
  }

  @Test
  void who_leaves_the_queue_frees_a_place_in_it() {
    enter();
    enter();
    Cancellable waiting = enter();
    enter();

    waiting.cancel();
    enter();

    assertThat(failed).isEmpty();
    working.get(0).complete("one");
    working.get(1).complete("two");
    assertThat(working).hasSize(4);
  }

  @Test
  void who_is_cancelled_at_work_makes_room_and_stops_working() {
    Cancellable first = enter();
    enter();
    enter();

    first.cancel();

    assertThat(cancelled).hasValue(1);
    assertThat(working).hasSize(3);
  }

  @Test
  void all_places_are_free_again_in_the_end() {
    for (int round = 0; round < 100; round++) {
      working.clear();
      enter();
      enter();
      assertThat(working).hasSize(2);
      working.get(0).complete("a");
      working.get(1).fail(new IllegalStateException("b"));
    }

    assertThat(done).hasSize(100);
  }
}
