package dev.liveartifacts.artifact.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.it.FakeService.Reply;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import dev.liveartifacts.contracts.refresh.RunResult;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import dev.liveartifacts.infra.Infra;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Stands where connector-service ends runs: keeps their results and says so on Kafka. */
final class FinishedRuns implements AutoCloseable {
  private final ObjectMapper json;
  private final FakeService connectors;
  private final String topic;
  private final KafkaProducer<String, String> producer;

  FinishedRuns(Infra infra, ObjectMapper json, FakeService connectors) {
    this.json = json;
    this.connectors = connectors;
    this.topic = "refresh.finished" + infra.topicSuffix();
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", infra.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer());
  }

  /**
   * One call of a run.
   *
   * @param result a call's result; null if it failed
   */
  record Made(
      int position,
      String tool,
      Map<String, Object> arguments,
      List<RelativeArgument> relative,
      boolean shared,
      @Nullable String result) {
    static Made good(int position, String tool, Map<String, Object> arguments, String result) {
      return new Made(position, tool, arguments, List.of(), false, result);
    }

    static Made failed(int position, String tool) {
      return new Made(position, tool, Map.of(), List.of(), false, null);
    }

    Made withRelative(String path, String expression) {
      return new Made(
          position,
          tool,
          arguments,
          List.of(new RelativeArgument(path, expression)),
          shared,
          result);
    }

    Made ofTheWorkspace() {
      return new Made(position, tool, arguments, relative, true, result);
    }

    String hash() {
      return sha256(String.valueOf(result));
    }
  }

  /** The results of a run are there, and nobody has been told. */
  RefreshFinished keep(String artifactId, @Nullable UUID retryOf, Instant at, Made... calls) {
    UUID run = UUID.randomUUID();
    List<Made> good = Stream.of(calls).filter(one -> one.result() != null).toList();
    connectors.on(
        "GET /runs/" + run + "/results",
        Reply.json(write(good.stream().map(one -> listed(one, at)).toList())));
    good.forEach(one ->
        connectors.on(
            "GET /runs/" + run + "/results/" + one.position(),
            Reply.json(String.valueOf(one.result()))));
    connectors.on("DELETE /runs/" + run + "/results", Reply.json(204, ""));
    return new RefreshFinished(
        run,
        UUID.randomUUID(),
        UUID.fromString(artifactId),
        outcome(good.size(), calls.length),
        Stream.of(calls).map(call -> report(call, at)).toList(),
        at,
        retryOf,
        null);
  }

  RefreshFinished finish(String artifactId, Instant at, Made... calls) {
    RefreshFinished run = keep(artifactId, null, at, calls);
    tell(run);
    return run;
  }

  void tell(RefreshFinished run) {
    tell(run.artifactId().toString(), write(run));
  }

  void tell(String key, String event) {
    try {
      producer.send(new ProducerRecord<>(topic, key, event)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static RunOutcome outcome(int good, int all) {
    if (good == all) {
      return RunOutcome.FINISHED;
    }
    return good == 0 ? RunOutcome.FAILED : RunOutcome.PARTLY;
  }

  private static CallReport report(Made call, Instant at) {
    boolean good = call.result() != null;
    return new CallReport(
        call.position(),
        "ab",
        RunningService.CRM,
        "Acme CRM",
        call.tool(),
        40,
        good ? at : null,
        good ? call.hash() : null,
        good ? "5a" : null,
        call.shared(),
        good
            ? null
            : CallError.of(ErrorCode.SERVER_UNAVAILABLE, "Acme CRM did not answer in time."));
  }

  private static RunResult listed(Made call, Instant at) {
    return new RunResult(
        call.position(),
        RunningService.CRM,
        "Acme CRM",
        call.tool(),
        call.arguments(),
        call.relative(),
        "ab",
        at,
        call.hash(),
        "5a",
        call.shared(),
        String.valueOf(call.result()).length());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
