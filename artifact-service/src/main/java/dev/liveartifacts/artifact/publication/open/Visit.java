package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets visitors of public links in, and remembers in their browser that they knew the password. */
@Singleton
class Visit {
  static final String COOKIE = "live-link";

  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration TICKET_LIFE = Duration.ofMinutes(1);
  private static final String ADMISSION = "admission";
  private static final String PAGE = "page";

  private final Origins origins;
  private final Clock clock;

  Visit(Origins origins, Clock clock) {
    this.origins = origins;
    this.clock = clock;
  }

  /**
   * A link that works, for someone who may see what is behind it. All links that do not work fail
   * alike.
   *
   * @param admission what the visitor's browser carries
   */
  Link admitted(Optional<Link> found, @Nullable String admission) {
    Link link = working(found);
    if (link.password() != null
        && (admission == null || !link.seal().holds(admission, ADMISSION, clock.instant()))) {
      throw new ProblemException(
          Problem.of(
              401, "password-needed", "A password is needed", "Enter the password for this page."));
    }
    return link;
  }

  /** One that works, password or not. */
  Link working(Optional<Link> found) {
    return found.orElseThrow(this::over);
  }

  /** The same for a link that never was, one that ended, and one that was taken back. */
  ProblemException over() {
    return new ProblemException(
        Problem.of(
            404,
            "link-is-over",
            "Nothing to see here",
            "This link does not work. It may be cut off, have ended, or have been taken back."
                + " Ask whoever sent it for a new one."));
  }

  /** For the browser of someone who knew the password: for this link alone, and no script. */
  String cookie(Link link, String token) {
    String value = link.seal().until(clock.instant().plus(LIFE), ADMISSION);
    return "%s=%s; Path=/s/%s; Max-Age=%d; HttpOnly%s"
        .formatted(COOKIE, value, token, LIFE.toSeconds(), attributes(link));
  }

  /** Inside another site a browser keeps cookies apart by that site, and wants them secure. */
  private String attributes(Link link) {
    if (!link.sites().isEmpty()) {
      return "; Secure; SameSite=None; Partitioned";
    }
    return origins.app().secure() ? "; Secure; SameSite=Lax" : "; SameSite=Lax";
  }

  /** Where the page is for the next minute. */
  Ticket ticket(Link link) {
    String ticket = link.seal().until(clock.instant().plus(TICKET_LIFE), PAGE);
    return new Ticket(
        origins.sandbox() + "/p/public/" + link.id() + "." + ticket, link.seal().companion(ticket));
  }

  /** The nonce of a ticket; empty if it is none of this link, or too old. */
  Optional<String> nonce(Link link, String ticket) {
    return link.seal().holds(ticket, PAGE, clock.instant())
        ? Optional.of(link.seal().companion(ticket))
        : Optional.empty();
  }

  /**
   * @param nonce by which the page proves to the document that it is the one that was opened
   */
  record Ticket(String url, String nonce) {}
}
