package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.authoring.journal.Heard;
import dev.liveartifacts.artifact.authoring.journal.Seal;
import dev.liveartifacts.artifact.authoring.page.Trial;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever works on a page hears from outside: it comes through the database, as the browser
 * may be at another replica. Thread-safe.
 */
final class Mailbox {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ObjectMapper json;
  private final Seal seal;
  private volatile Heard heard = Heard.NOTHING;

  Mailbox(ObjectMapper json, Seal seal) {
    this.json = json;
    this.seal = seal;
  }

  void deliver(Heard news) {
    heard = news;
  }

  /** What the browser has seen of this showing of the page. */
  Uni<Trial> trial(int round) {
    return first(news -> read(news.verification(), Trial.class).filter(t -> t.round() == round));
  }

  /** What the person says to this question. */
  Uni<Reply> reply(int number) {
    return first(news -> read(news.answer(), Reply.class).filter(r -> r.number() == number));
  }

  /** The access token that the person's browser last had. */
  Optional<String> pass() {
    return Optional.ofNullable(heard.pass()).map(seal::opened);
  }

  /** The first one that will do. */
  Uni<String> pass(Predicate<String> good) {
    return first(news -> Optional.ofNullable(news.pass()).map(seal::opened).filter(good));
  }

  private <T> Uni<T> first(Function<Heard, Optional<T>> wanted) {
    return Multi.createFrom()
        .ticks()
        .every(LOOK)
        .onOverflow()
        .drop()
        .map(look -> wanted.apply(heard))
        .select()
        .where(Optional::isPresent)
        .map(Optional::orElseThrow)
        .toUni();
  }

  private <T> Optional<T> read(@Nullable String text, Class<T> type) {
    try {
      return text == null ? Optional.empty() : Optional.of(json.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
