package dev.liveartifacts.artifact.bridge;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.gallery.SourceStore;
import dev.liveartifacts.artifact.grant.ChangedToolStore;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.schedule.RecordedCall;
import dev.liveartifacts.artifact.schedule.RecordedCallStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What is remembered of a call, beside its answer, which does not wait for it. */
@Singleton
class Aftermath {
  private static final Logger LOG = Logger.getLogger(Aftermath.class);
  private static final String NOT_GRANTED = "not_granted";

  private final RecordedCallStore recorded;
  private final ChangedToolStore changed;
  private final SourceStore sources;

  Aftermath(RecordedCallStore recorded, ChangedToolStore changed, SourceStore sources) {
    this.recorded = recorded;
    this.changed = changed;
    this.sources = sources;
  }

  /** An answer from another day says nothing about today, nor one for somebody else's eyes. */
  void of(Opened opened, Person person, Permitted permitted, CallAnswerBytes answer) {
    if (permitted.call().asOf() == null && !permitted.call().asViewer()) {
      ofToday(opened, person, permitted, answer);
    }
  }

  private void ofToday(Opened opened, Person person, Permitted permitted, CallAnswerBytes answer) {
    Facts facts = opened.facts();
    AllowedTool tool = permitted.tool();
    remember(
        sources.seen(
            facts.artifactId(),
            person.id(),
            tool.connectorId(),
            answer.outcome(),
            answer.news().storedAt()));
    if (NOT_GRANTED.equals(answer.news().error())) {
      remember(changed.mark(facts.artifactId(), tool.name(), tool.schemaHash()));
    }
    if (opened.role() == Role.OWNER && tool.readOnly() && answer.good()) {
      remember(
          recorded.record(
              facts.artifactId(),
              facts.version(),
              RecordedCall.of(tool.connectorId(), tool.tool(), permitted.arguments()),
              answer.news().shapeHash()));
    }
  }

  private static void remember(Uni<Void> write) {
    write
        .subscribe()
        .with(done -> {}, failure -> LOG.warnf("A call was not remembered: %s", failure));
  }
}
