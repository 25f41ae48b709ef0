package dev.liveartifacts.artifact.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.artifact.schedule.ToolId;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import dev.liveartifacts.artifact.upstream.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Knows which tools nobody may use any more: connector-service's word, at most two seconds old.
 * While it cannot be asked its last word holds, as nobody can block or allow a tool meanwhile.
 */
@Singleton
class BlockedToolsClient {
  private static final Logger LOG = Logger.getLogger(BlockedToolsClient.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST = 500;

  private final ServiceClient client;
  private final ServiceToken token;
  private final Clock clock;
  private final Cache<ToolId, Word> words = Caffeine.newBuilder().maximumSize(50_000).build();

  BlockedToolsClient(ServiceClient client, ServiceToken token, Clock clock) {
    this.client = client;
    this.token = token;
    this.clock = clock;
  }

  /** Those of these that are blocked. Never fails. */
  Uni<Set<ToolId>> of(Collection<ToolId> tools) {
    Instant old = clock.instant().minus(FRESH);
    List<ToolId> unknown =
        tools.stream().distinct().filter(tool -> !isFresh(tool, old)).limit(MOST).toList();
    return unknown.isEmpty()
        ? Uni.createFrom().item(known(tools))
        : ask(unknown)
            .map(asked -> known(tools))
            .onFailure()
            .invoke(failure -> LOG.warnf("Nobody knows which tools are blocked: %s", failure))
            .onFailure()
            .recoverWithItem(() -> known(tools));
  }

  private boolean isFresh(ToolId tool, Instant old) {
    Word word = words.getIfPresent(tool);
    return word != null && word.at().isAfter(old);
  }

  private Set<ToolId> known(Collection<ToolId> tools) {
    return tools.stream()
        .filter(tool -> words.getIfPresent(tool) instanceof Word word && word.blocked())
        .collect(Collectors.toSet());
  }

  private Uni<Void> ask(List<ToolId> tools) {
    return token
        .get()
        .flatMap(own ->
            client.send(Service.CONNECTOR, HttpMethod.POST, "/blocked-tools", own, body(tools)))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .invoke(answer -> keep(tools, answer))
        .replaceWithVoid();
  }

  private void keep(List<ToolId> tools, Answer answer) {
    if (!answer.good()) {
      throw new IllegalStateException("connector-service answered " + answer.status());
    }
    Set<ToolId> blocked =
        answer.body().toJsonArray().stream()
            .map(JsonObject.class::cast)
            .map(BlockedToolsClient::tool)
            .collect(Collectors.toSet());
    Instant now = clock.instant();
    tools.forEach(tool -> words.put(tool, new Word(blocked.contains(tool), now)));
  }

  private static Buffer body(List<ToolId> tools) {
    JsonArray named = new JsonArray();
    tools.forEach(tool ->
        named.add(
            new JsonObject()
                .put("connectorId", tool.connectorId().toString())
                .put("tool", tool.tool())));
    return new JsonObject().put("tools", named).toBuffer();
  }

  private static ToolId tool(JsonObject json) {
    return new ToolId(
        UUID.fromString(Objects.requireNonNull(json.getString("connectorId"))),
        json.getString("tool"));
  }

  private record Word(boolean blocked, Instant at) {}
}
