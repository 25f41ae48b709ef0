package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.schedule.ToolId;
import dev.liveartifacts.artifact.sight.Sights;
import dev.liveartifacts.artifact.snapshot.Recalled;
import dev.liveartifacts.artifact.snapshot.Recollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Answers a call of a page: from its source; where that is not to be had, with the last good data
 * of a refresh; and in a page that shows an earlier day, from that day's snapshot alone.
 */
@Singleton
class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);
  private static final Set<String> SOURCE_IS_AWAY =
      Set.of("server_unavailable", "rate_limited", "needs_reauth", "server_not_connected");

  /** Whoever is not known yet sees what everybody sees. */
  private static final UUID ANYBODY = new UUID(0, 0);

  private final Sights sights;
  private final SourceCalls sources;
  private final Recollection recollection;

  Answers(Sights sights, SourceCalls sources, Recollection recollection) {
    this.sights = sights;
    this.sources = sources;
    this.recollection = recollection;
  }

  Uni<CallAnswerBytes> to(Opened opened, Person person, Permitted call, String token) {
    UUID artifactId = opened.facts().artifactId();
    UUID asOf = call.call().asOf();
    return asOf == null
        ? sights
            .of(opened, person.id(), call.call().asViewer())
            .map(whose -> whose.apply(tool(call)))
            .flatMap(whose -> sources.call(artifactId, call, whose, person, token))
            .flatMap(answer -> orLastGood(answer, artifactId, person, call))
        : recollection
            .asOf(artifactId, asOf, eyes(person, call), asked(call))
            .map(recalled -> then(recalled, asOf, call));
  }

  private static UUID eyes(Person person, Permitted call) {
    return call.call().asViewer() ? ANYBODY : person.id();
  }

  private static ToolId tool(Permitted call) {
    return new ToolId(call.tool().connectorId(), call.tool().tool());
  }

  private static CallAnswerBytes then(Recalled recalled, UUID asOf, Permitted call) {
    String name = call.call().name();
    AllowedTool tool = call.tool();
    return switch (recalled) {
      case Recalled.Found found -> RecalledAnswer.asOf(asOf, found);
      case Recalled.FailedThen(var _, var failed) ->
          CallAnswerBytes.of(Refusal.failedThen(name, tool, failed.error()));
      case Recalled.NotAsked(var _) -> CallAnswerBytes.of(Refusal.notAskedThen(name, tool));
      case Recalled.NoSnapshot() -> CallAnswerBytes.of(Refusal.noSnapshot(name, tool));
    };
  }

  private Uni<CallAnswerBytes> orLastGood(
      CallAnswerBytes answer, UUID artifactId, Person person, Permitted call) {
    return isAway(answer) && call.tool().readOnly()
        ? lastGood(answer, artifactId, person, call)
        : Uni.createFrom().item(answer);
  }

  private static boolean isAway(CallAnswerBytes answer) {
    String error = answer.news().error();
    return !answer.good() && error != null && SOURCE_IS_AWAY.contains(error);
  }

  private Uni<CallAnswerBytes> lastGood(
      CallAnswerBytes failed, UUID artifactId, Person person, Permitted call) {
    return recollection
        .lastGood(artifactId, eyes(person, call), asked(call))
        .map(found -> found.map(good -> RecalledAnswer.stale(good, failed)).orElse(failed))
        .onFailure()
        .invoke(failure -> LOG.warnf("Earlier data could not be read: %s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(failed);
  }

  private static Recollection.Asked asked(Permitted call) {
    ObjectNode arguments = call.arguments();
    return new Recollection.Asked(call.tool().connectorId(), call.tool().tool(), arguments);
  }
}
