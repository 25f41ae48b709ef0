package dev.liveartifacts.artifact.bridge;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The calls of a page that is not saved yet, on behalf of its maker alone: what only reads, of the
 * tools that are named. Nothing writes, whoever confirms it, and nothing is recorded.
 */
@Singleton
public class Rehearsal {
  private final RateLimit limit;
  private final CallsClient client;

  Rehearsal(RateLimit limit, CallsClient client) {
    this.limit = limit;
    this.client = client;
  }

  /**
   * Answers in the form that every page knows.
   *
   * @param id of what is rehearsed, which has a rate limit of its own
   * @param ownConnection false: with the workspace's connections alone
   * @param body as an open page sends it
   */
  public Uni<RestResponse<Buffer>> call(
      UUID id,
      Person person,
      List<AllowedTool> tools,
      boolean ownConnection,
      String body,
      String token) {
    Call wanted = Call.read(body);
    Call unconfirmed = new Call(wanted.name(), wanted.args(), wanted.freshness(), false);
    return answer(id, person, CallPolicy.decide(unconfirmed, tools), ownConnection, token)
        .map(Rehearsal::respond);
  }

  private Uni<CallAnswerBytes> answer(
      UUID id, Person person, Verdict verdict, boolean ownConnection, String token) {
    return switch (verdict) {
      case Refusal refusal -> Uni.createFrom().item(CallAnswerBytes.of(refusal));
      case Permitted permitted -> {
        Bucket bucket = limit.take(person.id(), id);
        yield bucket.taken()
            ? client.call(id, permitted, ownConnection, token)
            : Uni.createFrom()
                .item(
                    CallAnswerBytes.of(
                        Refusal.rateLimited(
                            permitted.call().name(), permitted.tool(), bucket.millisToNext())));
      }
    };
  }

  private static RestResponse<Buffer> respond(CallAnswerBytes answer) {
    return ResponseBuilder.ok(answer.body())
        .header("Live-Outcome", answer.outcome())
        .header("Cache-Control", "no-store")
        .build();
  }
}
