package dev.liveartifacts.artifact.authoring.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.authoring.journal.Heard;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.authoring.journal.Seal;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
  private static final Instant NOW = Instant.parse("2026-01-05T07:00:00Z");

  private final Seal seal = new Seal("a secret of this deployment");
  private final Mailbox mailbox = new Mailbox(new ObjectMapper(), seal);
  private final Journal journal = new Journal();
  private final List<String> used = new ArrayList<>();

  @Test
  void a_token_that_is_good_is_used_at_once() {
    String token = token(60);

    UniAssertSubscriber<String> made = make(token, "none");

    made.awaitItem().assertItem("made");
    assertThat(used).containsExactly(token);
    assertThat(journal.pending()).isEmpty();
  }

  @Test
  void a_token_that_is_over_is_not_even_tried_and_the_work_waits_for_the_next() {
    UniAssertSubscriber<String> made = make(token(3), "none");
    assertThat(used).isEmpty();

    String next = token(60);
    delivered(next);

    made.awaitItem().assertItem("made");
    assertThat(used).containsExactly(next);
    assertThat(journal.pending())
        .singleElement()
        .matches(told -> told.data().getString("text").contains("renew your sign-in"));
  }

  @Test
  void a_token_that_is_refused_is_replaced_once() {
    String ended = token(60);
    UniAssertSubscriber<String> made = make(ended, ended);

    String next = token(61);
    delivered(next);

    made.awaitItem().assertItem("made");
    assertThat(used).containsExactly(ended, next);
  }

  @Test
  void the_newest_token_that_the_browser_had_is_taken() {
    String next = token(90);
    delivered(next);

    make(token(60), "none").awaitItem().assertItem("made");

    assertThat(used).containsExactly(next);
  }

  private UniAssertSubscriber<String> make(String token, String refused) {
    Pass pass = new Pass(token, mailbox, journal, Clock.fixed(NOW, ZoneOffset.UTC));
    return pass.use(
            now -> {
              used.add(now);
              return now.equals(refused)
                  ? Uni.createFrom().failure(new ProblemException(Problems.signInNeeded()))
                  : Uni.createFrom().item("made");
            })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private void delivered(String token) {
    mailbox.deliver(new Heard(null, null, seal.sealed(token)));
  }

  private static String token(int seconds) {
    String claims = "{\"exp\":%d}".formatted(NOW.plusSeconds(seconds).getEpochSecond());
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmVk";
  }
}
