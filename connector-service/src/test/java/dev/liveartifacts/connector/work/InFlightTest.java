package dev.liveartifacts.connector.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private final InFlight<String, String> flights = new InFlight<>();
  private final List<UniEmitter<? super String>> started = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Cancellable ask(String key) {
    return flights
        .join(key, () -> Uni.createFrom().emitter(started::add))
        .subscribe()
        .with(answers::add, failure -> failures.add(failure.getMessage()));
  }

  @Test
  void whoever_asks_meanwhile_gets_the_same_answer() {
    ask("a");
    ask("a");
    ask("b");
    started.get(0).complete("answer");

    assertThat(started).hasSize(2);
    assertThat(answers).containsExactly("answer", "answer");
  }

  @Test
  void a_failure_is_shared_and_not_remembered() {
    ask("a");
    ask("a");
    started.get(0).fail(new IllegalStateException("down"));
    ask("a");

    assertThat(failures).containsExactly("down", "down");
    assertThat(started).hasSize(2);
  }

  @Test
  void who_stops_waiting_does_not_end_it_for_the_others() {
    Cancellable first = ask("a");
    ask("a");
    first.cancel();
    started.get(0).complete("answer");

    assertThat(answers).containsExactly("answer");
  }

  @Test
  void work_that_throws_at_once_fails_and_blocks_nobody() {
    flights
        .join(
            "a",
            () -> {
              throw new IllegalStateException("broken");
            })
        .subscribe()
        .with(answers::add, failure -> failures.add(failure.getMessage()));
    ask("a");

    assertThat(failures).containsExactly("broken");
    assertThat(started).hasSize(1);
  }

  @Test
  void what_is_joined_while_wanted_ends_with_the_last_who_waits() {
    AtomicInteger cancelled = new AtomicInteger();
    Supplier<Uni<String>> work =
        () ->
            Uni.createFrom()
                .<String>emitter(started::add)
                .onCancellation()
                .invoke(cancelled::incrementAndGet);
    Cancellable first = flights.joinWhileWanted("a", work).subscribe().with(answers::add);
    Cancellable second = flights.joinWhileWanted("a", work).subscribe().with(answers::add);

    first.cancel();
    assertThat(cancelled).hasValue(0);
    second.cancel();
    assertThat(cancelled).hasValue(1);

    flights.joinWhileWanted("a", work).subscribe().with(answers::add);
    assertThat(started).hasSize(2);
    started.get(1).complete("answer");
    assertThat(answers).containsExactly("answer");
    assertThat(cancelled).hasValue(1);
  }
}
