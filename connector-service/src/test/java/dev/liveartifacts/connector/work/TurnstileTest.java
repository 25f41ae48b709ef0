package dev.liveartifacts.connector.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  private static Uni<String> pass(Turnstile turnstile, String whose, List<String> order) {
    return turnstile.pass(
        whose,
        () -> {
          order.add(whose);
          return Uni.createFrom().nothing();
        });
  }

  @Test
  void row_19_one_persons_load_never_starves_anothers() {
    Turnstile shared = new Turnstile(4, 2, 6);
    List<String> begun = new ArrayList<>();
    List<Cancellable> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      running.add(pass(shared, "greedy", begun).subscribe().with(done::add, failed::add));
    }
    assertThat(begun).containsExactly("greedy", "greedy");

    pass(shared, "modest", begun).subscribe().with(done::add, failed::add);
    assertThat(begun).endsWith("modest");

    pass(shared, "third", begun).subscribe().with(done::add, failed::add);
    Cancellable fourth = pass(shared, "fourth", begun).subscribe().with(done::add, failed::add);
    assertThat(begun).containsExactly("greedy", "greedy", "modest", "third");

    running.get(0).cancel();
    assertThat(begun).containsExactly("greedy", "greedy", "modest", "third", "greedy");
    running.get(1).cancel();
    assertThat(begun).endsWith("fourth");
    fourth.cancel();
    assertThat(begun).endsWith("fourth", "greedy");
  }

  @Test
  void where_the_queue_is_full_whoever_waits_with_most_makes_room() {
    Turnstile shared = new Turnstile(1, 1, 3);
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pass(shared, "greedy", begun).subscribe().with(done::add, failed::add);
    }
    assertThat(failed).isEmpty();

    pass(shared, "modest", begun).subscribe().with(done::add, failed::add);

    assertThat(failed).singleElement().isInstanceOf(Turnstile.Full.class);
    pass(shared, "greedy", begun).subscribe().with(done::add, failed::add);
    assertThat(failed).hasSize(2);
  }

  @Test
  void whoever_comes_and_goes_at_random_nobody_is_lost_and_no_place_either() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Turnstile shared = new Turnstile(3, 2, 10);
    List<UniEmitter<? super String>> inside = new ArrayList<>();
    List<Cancellable> asked = new ArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    for (int i = 0; i < 2_000; i++) {
      switch (random.nextInt(3)) {
        case 0 ->
            asked.add(
                shared
                    .pass(
                        "p" + random.nextInt(4),
                        () -> Uni.createFrom().<String>emitter(inside::add))
                    .subscribe()
                    .with(done -> ended.incrementAndGet(), full -> ended.incrementAndGet()));
        case 1 -> complete(inside, random);
        default -> {
          if (!asked.isEmpty()) {
            asked.remove(random.nextInt(asked.size())).cancel();
          }
        }
      }
    }
    asked.forEach(Cancellable::cancel);

    List<String> begun = new ArrayList<>();
    for (String whose : List.of("a", "b", "c")) {
      pass(shared, whose, begun).subscribe().with(done::add, failed::add);
    }
    assertThat(begun).as("seed %d", seed).containsExactly("a", "b", "c");
  }

  private static void complete(List<UniEmitter<? super String>> inside, Random random) {
    if (!inside.isEmpty()) {
      inside.remove(random.nextInt(inside.size())).complete("done");
    }
  }
}
