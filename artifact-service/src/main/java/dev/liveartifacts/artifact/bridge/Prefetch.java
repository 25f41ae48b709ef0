package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.schedule.RecordedCall;
import dev.liveartifacts.artifact.schedule.RecordedCallStore;
import dev.liveartifacts.artifact.schedule.ToolId;
import dev.liveartifacts.artifact.sight.Sights;
import dev.liveartifacts.artifact.sight.Whose;
import dev.liveartifacts.contracts.call.Freshness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Starts an artifact's last calls while its page is still on the way, so that the page's own calls
 * find them under way or done. For reading tools alone, as the person who opens the page.
 *
 * <p>Bounded per replica: when many pages are opened at once, some go without.
 */
@Singleton
public class Prefetch {
  private static final Logger LOG = Logger.getLogger(Prefetch.class);
  private static final int AT_ONCE = 48;
  private static final int MOST = 24;

  private final RecordedCallStore recorded;
  private final Sights sights;
  private final SourceCalls sources;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Prefetch(RecordedCallStore recorded, Sights sights, SourceCalls sources) {
    this.recorded = recorded;
    this.sights = sights;
    this.sources = sources;
  }

  /** Beside everything else: nobody waits for it, and its failure is nobody's. */
  public void start(Opened opened, Person person, String token) {
    Facts facts = opened.facts();
    Uni.combine()
        .all()
        .unis(
            recorded.of(facts.artifactId(), facts.version()), sights.of(opened, person.id(), false))
        .asTuple()
        .subscribe()
        .with(
            both ->
                permitted(facts, both.getItem1())
                    .forEach(
                        call -> start(facts.artifactId(), call, both.getItem2(), person, token)),
            failure -> LOG.debugf("No calls to start early: %s", failure.getMessage()));
  }

  private void start(
      UUID artifactId, Permitted call, Function<ToolId, Whose> whose, Person person, String token) {
    ToolId tool = new ToolId(call.tool().connectorId(), call.tool().tool());
    if (places.tryAcquire()) {
      sources
          .call(artifactId, call, whose.apply(tool), person, token)
          .onTermination()
          .invoke(places::release)
          .subscribe()
          .with(answer -> {}, failure -> {});
    }
  }

  private static List<Permitted> permitted(Facts facts, List<RecordedCall> calls) {
    return calls.reversed().stream()
        .limit(MOST)
        .map(call -> permitted(facts, call))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Permitted> permitted(Facts facts, RecordedCall recorded) {
    return facts.tools().stream()
        .filter(AllowedTool::readOnly)
        .filter(tool -> tool.connectorId().equals(recorded.connectorId()))
        .filter(tool -> tool.tool().equals(recorded.tool()))
        .findFirst()
        .flatMap(tool -> arguments(recorded).map(arguments -> permitted(tool, arguments)));
  }

  private static Permitted permitted(AllowedTool tool, ObjectNode arguments) {
    Call call = new Call(tool.name(), arguments, Freshness.CACHED, false);
    return new Permitted(call, tool, arguments);
  }

  /** None if the page adds something new each time: it would never ask for the same again. */
  private static Optional<ObjectNode> arguments(RecordedCall recorded) {
    try {
      return Call.JSON.readTree(recorded.arguments()) instanceof ObjectNode arguments
              && arguments.properties().stream().noneMatch(entry -> entry.getKey().startsWith("_"))
          ? Optional.of(arguments)
          : Optional.empty();
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }
}
