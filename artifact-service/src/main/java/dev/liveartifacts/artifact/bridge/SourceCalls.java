package dev.liveartifacts.artifact.bridge;

import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.sight.Whose;
import dev.liveartifacts.artifact.upstream.News;
import dev.liveartifacts.artifact.upstream.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Asks a source, by the viewer's access or by the owner's. */
@Singleton
class SourceCalls {
  private static final String CONSENT_NEEDED = "consent_needed";
  private static final String NOT_GRANTED = "not_granted";
  private static final String NOT_SHOWN = "not_shown";

  private final CallsClient client;
  private final ServiceToken service;

  SourceCalls(CallsClient client, ServiceToken service) {
    this.client = client;
    this.service = service;
  }

  /**
   * @param token the person's
   */
  Uni<CallAnswerBytes> call(
      UUID artifactId, Permitted call, Whose whose, Person person, String token) {
    return switch (whose) {
      case Whose.Viewers(boolean ownConnection) ->
          client
              .call(artifactId, call, ownConnection, token)
              .map(answer -> asOthersSeeIt(answer, call));
      case Whose.Owners(UUID delegationId) ->
          service
              .get()
              .flatMap(own -> client.call(artifactId, call, delegationId, person, own))
              .onFailure(ProblemException.class)
              .recoverWithItem(() -> away(call))
              .map(SourceCalls::notShown);
    };
  }

  private static CallAnswerBytes asOthersSeeIt(CallAnswerBytes answer, Permitted call) {
    return call.call().asViewer() && CONSENT_NEEDED.equals(answer.news().error())
        ? CallAnswerBytes.of(Refusal.viewersOwn(call.call().name(), call.tool()))
        : answer;
  }

  /** This service's own sign-in is nobody's to mend. */
  private static CallAnswerBytes away(Permitted call) {
    return CallAnswerBytes.of(Refusal.serviceAway(call.call().name(), call.tool()));
  }

  /** What an owner does not show says nothing about what the owner granted. */
  private static CallAnswerBytes notShown(CallAnswerBytes answer) {
    News news = answer.news();
    return NOT_GRANTED.equals(news.error())
        ? new CallAnswerBytes(
            answer.outcome(), new News(NOT_SHOWN, news.shapeHash(), news.storedAt()), answer.body())
        : answer;
  }
}
