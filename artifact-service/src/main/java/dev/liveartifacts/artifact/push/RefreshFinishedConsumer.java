package dev.liveartifacts.artifact.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells this replica's open pages that a refresh has landed. Every replica hears every run, from
 * the moment it starts; a run told twice does no harm.
 */
@ApplicationScoped
class RefreshFinishedConsumer {
  private static final Logger LOG = Logger.getLogger(RefreshFinishedConsumer.class);

  private final OpenPages pages;
  private final ObjectMapper json;

  RefreshFinishedConsumer(OpenPages pages, ObjectMapper json) {
    this.pages = pages;
    this.json = json;
  }

  @Incoming("refresh-finished")
  void finished(String event) {
    try {
      pages.refreshed(json.readValue(event, RefreshFinished.class));
    } catch (JsonProcessingException malformed) {
      LOG.errorf("An event of refresh.finished cannot be read: %s", malformed.getOriginalMessage());
    }
  }
}
