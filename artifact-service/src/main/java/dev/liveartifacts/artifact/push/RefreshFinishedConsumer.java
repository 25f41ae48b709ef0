package dev.liveartifacts.artifact.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells this replica's open pages that a refresh has landed. Every replica hears every run, from
 * the moment it starts; a run told twice does no harm.
 */
@ApplicationScoped
class RefreshFinishedConsumer {
  private static final Logger LOG = Logger.getLogger(RefreshFinishedConsumer.class);

  /** Older ones are the topic's past, which a replica hears when it starts. */
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final OpenPages pages;
  private final ObjectMapper json;
  private final Clock clock;

  RefreshFinishedConsumer(OpenPages pages, ObjectMapper json, Clock clock) {
    this.pages = pages;
    this.json = json;
    this.clock = clock;
  }

  @Incoming("refresh-finished")
  void finished(String event) {
    try {
      RefreshFinished run = json.readValue(event, RefreshFinished.class);
      if (run.finishedAt().isAfter(clock.instant().minus(OLDEST))) {
        pages.refreshed(run);
      }
    } catch (JsonProcessingException malformed) {
      LOG.errorf("An event of refresh.finished cannot be read: %s", malformed.getOriginalMessage());
    }
  }
}
