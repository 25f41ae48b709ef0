package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;

/**
 * The person's access token while a page is made, which may take longer than a token lasts. Their
 * browser brings a fresh one whenever it asks how far the page is; until then the work waits.
 */
final class Pass {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Mailbox mailbox;
  private final Journal journal;
  private final Clock clock;
  private volatile String token;

  Pass(String token, Mailbox mailbox, Journal journal, Clock clock) {
    this.token = token;
    this.mailbox = mailbox;
    this.journal = journal;
    this.clock = clock;
  }

  /** Does it with a token that is good, and once more with a fresh one if it was not. */
  <T> Uni<T> use(Function<String, Uni<T>> work) {
    return good()
        .flatMap(now ->
            work.apply(now)
                .onFailure(Pass::refused)
                .recoverWithUni(() -> fresh(now).flatMap(next -> work.apply(next))));
  }

  private Uni<String> good() {
    String newest = mailbox.pass().orElse(token);
    token = newest;
    return isOver(newest) ? fresh(newest) : Uni.createFrom().item(newest);
  }

  private Uni<String> fresh(String old) {
    journal.step("wait", "Waiting for your browser to renew your sign-in");
    return mailbox.pass(next -> !next.equals(old) && !isOver(next)).invoke(next -> token = next);
  }

  /** What is no JWT shows only when it is refused. */
  private boolean isOver(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    try {
      long end =
          JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp").asLong(Long.MAX_VALUE);
      return end < clock.instant().plus(MARGIN).getEpochSecond();
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean refused(Throwable failure) {
    return failure instanceof ProblemException known && known.problem().status() == 401;
  }
}
