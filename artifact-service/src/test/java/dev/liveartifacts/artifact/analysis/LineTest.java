package dev.liveartifacts.artifact.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LineTest {
  private final List<String> started = new ArrayList<>();
  private final List<UniEmitter<? super String>> running = new ArrayList<>();

  @Test
  void the_second_starts_when_the_first_has_ended() {
    Line line = new Line(1, 5);
    UniAssertSubscriber<String> first = stand(line, "first");
    UniAssertSubscriber<String> second = stand(line, "second");
    assertThat(started).containsExactly("first");

    running.getFirst().complete("done");

    first.assertCompleted().assertItem("done");
    assertThat(started).containsExactly("first", "second");
    running.get(1).complete("too");
    second.assertItem("too");
  }

  @Test
  void a_failure_frees_the_place_too() {
    Line line = new Line(1, 5);
    UniAssertSubscriber<String> first = stand(line, "first");
    running.getFirst().fail(new IllegalStateException("no"));

    stand(line, "second");

    first.assertFailedWith(IllegalStateException.class);
    assertThat(started).containsExactly("first", "second");
  }

  @Test
  void who_finds_the_line_full_is_turned_away() {
    Line line = new Line(2, 1);
    stand(line, "a");
    stand(line, "b");
    stand(line, "c");

    stand(line, "d").assertFailedWith(LineFullException.class);

    assertThat(started).containsExactly("a", "b");
  }

  @Test
  void who_leaves_frees_the_place() {
    Line line = new Line(1, 1);
    UniAssertSubscriber<String> first = stand(line, "first");
    UniAssertSubscriber<String> second = stand(line, "second");

    second.cancel();
    UniAssertSubscriber<String> third = stand(line, "third");
    first.cancel();

    assertThat(started).containsExactly("first", "third");
    running.get(1).complete("done");
    third.assertItem("done");
    stand(line, "fourth");
    assertThat(started).containsExactly("first", "third", "fourth");
  }

  @Test
  void many_that_are_answered_at_once_pass_one_by_one() {
    Line line = new Line(1, 100);
    stand(line, "first");
    List<UniAssertSubscriber<Integer>> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      Supplier<Uni<? extends Integer>> work = () -> Uni.createFrom().item(number);
      others.add(
          line.<Integer>stand(work).subscribe().withSubscriber(UniAssertSubscriber.create()));
    }

    running.getFirst().complete("done");

    others.forEach(UniAssertSubscriber::assertCompleted);
  }

  private UniAssertSubscriber<String> stand(Line line, String name) {
    return line.<String>stand(() ->
            Uni.createFrom()
                .<String>emitter(running::add)
                .onSubscription()
                .invoke(() -> started.add(name)))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }
}
