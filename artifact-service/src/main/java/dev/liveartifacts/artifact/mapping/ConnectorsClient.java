package dev.liveartifacts.artifact.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks connector-service which connectors and tools a person has. */
@Singleton
public class ConnectorsClient {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int AT_ONCE = 16;
  private static final TypeReference<List<ConnectorTools.Listed>> CONNECTORS =
      new TypeReference<>() {};
  private static final TypeReference<List<ConnectorTools.Tool>> TOOLS = new TypeReference<>() {};

  private final ServiceClient client;
  private final ObjectMapper json;

  ConnectorsClient(ServiceClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  /** All of them with their tools, as far as they can be had within a few seconds. */
  Uni<List<ConnectorTools>> all(String token) {
    return list("/api/connectors", token, CONNECTORS)
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(List.of())
        .onFailure()
        .recoverWithItem(List.of())
        .onItem()
        .transformToMulti(connectors -> Multi.createFrom().iterable(connectors))
        .onItem()
        .transformToUni(connector -> withTools(connector, token))
        .merge(AT_ONCE)
        .collect()
        .asList();
  }

  /** The named ones; fails if one of them cannot be asked. */
  public Uni<List<ConnectorTools>> these(Stream<UUID> ids, String token) {
    return Multi.createFrom()
        .items(ids.distinct())
        .onItem()
        .transformToUni(id -> one(id, token))
        .merge(AT_ONCE)
        .collect()
        .asList();
  }

  private Uni<ConnectorTools> one(UUID id, String token) {
    return client
        .get(Service.CONNECTOR, "/api/connectors/" + id, token)
        .map(answer -> read(answer, new TypeReference<ConnectorTools.Listed>() {}))
        .flatMap(connector -> tools(connector.id(), token).map(tools -> join(connector, tools)));
  }

  private Uni<ConnectorTools> withTools(ConnectorTools.Listed connector, String token) {
    return tools(connector.id(), token)
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(List.of())
        .onFailure()
        .recoverWithItem(List.of())
        .map(tools -> join(connector, tools));
  }

  private Uni<List<ConnectorTools.Tool>> tools(UUID id, String token) {
    return list("/api/connectors/" + id + "/tools", token, TOOLS);
  }

  private <T> Uni<List<T>> list(String target, String token, TypeReference<List<T>> type) {
    return client.get(Service.CONNECTOR, target, token).map(answer -> read(answer, type));
  }

  private <T> T read(Answer answer, TypeReference<T> type) {
    if (!answer.good()) {
      throw Problems.conflict(
          "connector-not-usable",
          "That connector does not list its tools right now. Look at it under Connectors.");
    }
    try {
      return json.readValue(answer.body().toString(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConnectorTools join(
      ConnectorTools.Listed connector, List<ConnectorTools.Tool> tools) {
    return new ConnectorTools(connector.id(), connector.slug(), connector.name(), tools);
  }
}
