package dev.liveartifacts.artifact.bridge;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.audit.Subject;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The calls of an open page. Every well-formed one gets an answer; failures are answers, too. */
@Path("/api/artifacts/{id}/calls")
class CallResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final RateLimit limit;
  private final Answers answers;
  private final Aftermath aftermath;
  private final MeterRegistry metrics;

  CallResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      RateLimit limit,
      Answers answers,
      Aftermath aftermath,
      MeterRegistry metrics) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.limit = limit;
    this.answers = answers;
    this.aftermath = aftermath;
    this.metrics = metrics;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Buffer>> call(
      @RestPath UUID id, String body, @Context RoutingContext context) {
    Person person = current.get();
    String token = current.accessToken();
    Call call = Call.read(body);
    Note note = Note.of(context);
    Timer.Sample watch = Timer.start(metrics);
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> answer(opened, person, call, token, note))
        .invoke(answer -> note.outcome(answer.outcome(), answer.news().error()))
        .invoke(answer -> watch.stop(metrics.timer("live.calls", "outcome", answer.outcome())))
        .map(CallResource::respond);
  }

  private Uni<CallAnswerBytes> answer(
      Opened opened, Person person, Call call, String token, Note note) {
    UUID id = opened.facts().artifactId();
    Verdict verdict = limited(CallPolicy.decide(call, opened.facts().tools()), person.id(), id);
    note.about(subject(verdict.tool()));
    return switch (verdict) {
      case Refusal refusal -> Uni.createFrom().item(CallAnswerBytes.of(refusal));
      case Permitted permitted ->
          answers
              .to(opened, person, permitted, token)
              .invoke(answer -> aftermath.of(opened, person, permitted, answer));
    };
  }

  /**
   * Of a name that the artifact may not call, nothing is written down: a page may call anything.
   */
  private static Subject subject(@Nullable AllowedTool tool) {
    return tool == null
        ? Subject.NONE
        : new Subject(null, tool.connectorId(), tool.connectorSlug(), tool.tool());
  }

  private Verdict limited(Verdict verdict, UUID personId, UUID artifactId) {
    if (!(verdict instanceof Permitted permitted)) {
      return verdict;
    }
    Bucket bucket = limit.take(personId, artifactId);
    return bucket.taken()
        ? permitted
        : Refusal.rateLimited(permitted.call().name(), permitted.tool(), bucket.millisToNext());
  }

  private static RestResponse<Buffer> respond(CallAnswerBytes answer) {
    return ResponseBuilder.ok(answer.body())
        .header("Live-Outcome", answer.outcome())
        .header("Cache-Control", "no-store")
        .build();
  }
}
