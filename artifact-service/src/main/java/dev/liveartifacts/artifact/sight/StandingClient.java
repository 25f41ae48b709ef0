package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks connector-service how a person stands with the connectors that they may use. */
@Singleton
class StandingClient {
  private static final Logger LOG = Logger.getLogger(StandingClient.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final TypeReference<List<Standing.Listed>> LIST = new TypeReference<>() {};

  private final ServiceClient client;
  private final ObjectMapper json;

  StandingClient(ServiceClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  /** Empty if it cannot be asked within a few seconds: that keeps nobody from reading on. */
  Uni<Optional<Map<UUID, Standing.Listed>>> of(String token) {
    return client
        .get(Service.CONNECTOR, "/api/connectors", token)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(this::read)
        .map(Optional::of)
        .onFailure()
        .invoke(failure -> LOG.warnf("Nobody knows how connectors stand: %s", failure))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Map<UUID, Standing.Listed> read(Answer answer) {
    if (!answer.good()) {
      throw new IllegalStateException("connector-service answered " + answer.status());
    }
    try {
      return json.readValue(answer.body().toString(), LIST).stream()
          .collect(Collectors.toMap(Standing.Listed::id, Function.identity()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
