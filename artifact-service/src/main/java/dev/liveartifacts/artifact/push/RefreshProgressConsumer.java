package dev.liveartifacts.artifact.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells this replica's open pages how far a refresh is. Every replica hears every run from the
 * moment it starts; what is lost does no harm.
 */
@ApplicationScoped
class RefreshProgressConsumer {
  private static final Logger LOG = Logger.getLogger(RefreshProgressConsumer.class);

  private final OpenPages pages;
  private final ObjectReader reader;

  RefreshProgressConsumer(OpenPages pages, ObjectMapper json) {
    this.pages = pages;
    this.reader =
        json.readerFor(RefreshProgress.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Incoming("refresh-progress")
  void progress(String event) {
    try {
      RefreshProgress run = reader.readValue(event);
      if (run != null && run.artifactId() != null && run.runId() != null && run.call() != null) {
        pages.progress(run);
      }
    } catch (JsonProcessingException malformed) {
      LOG.warnf("An event of refresh.progress cannot be read: %s", malformed.getOriginalMessage());
    }
  }
}
