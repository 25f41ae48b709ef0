package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import dev.liveartifacts.artifact.authoring.claude.ClaudeWriter;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.authoring.journal.JournalStore;
import dev.liveartifacts.artifact.authoring.journal.Seal;
import dev.liveartifacts.artifact.authoring.page.Stylesheet;
import dev.liveartifacts.artifact.style.PageParts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that this replica has under way. */
@Singleton
public class Works {
  private final AuthoringConfig config;
  private final ClaudeWriter claude;
  private final SourcesClient sources;
  private final AskedTools asked;
  private final DescriptionStore store;
  private final JournalStore journals;
  private final String guide;
  private final Stylesheet stylesheet;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;
  private final Set<Work> underWay = ConcurrentHashMap.newKeySet();

  Works(
      AuthoringConfig config,
      ClaudeWriter claude,
      SourcesClient sources,
      AskedTools asked,
      DescriptionStore store,
      JournalStore journals,
      PageParts parts,
      ObjectMapper json,
      Seal seal,
      Clock clock,
      MeterRegistry metrics) {
    this.config = config;
    this.claude = claude;
    this.sources = sources;
    this.asked = asked;
    this.store = store;
    this.journals = journals;
    this.guide = parts.guide();
    this.stylesheet = new Stylesheet(parts.stylesheet());
    this.json = json;
    this.seal = seal;
    this.clock = clock;
    metrics.gauge("live.descriptions.working", underWay, Set::size);
  }

  public boolean full() {
    return underWay.size() >= config.atOnce();
  }

  /** Sets to work; what happens is in the journal. */
  public void start(Brief brief) {
    Journal journal = new Journal();
    journal.tell("wish", new JsonObject().put("text", brief.wish()));
    Mailbox mailbox = new Mailbox(json, seal);
    Pass pass = new Pass(brief.token(), mailbox, journal, clock);
    Teller teller = new Teller(journal, config);
    Toolbox toolbox = new Toolbox(sources, brief, journal, pass);
    Workbench bench =
        new Workbench(config, brief, stylesheet, asked, pass, store, journal, teller, mailbox);
    Loop loop = new Loop(config, claude, brief, guide, toolbox, bench, teller, mailbox);
    Work work = new Work(brief.id(), loop, journal, mailbox, teller, store, journals);
    underWay.add(work);
    work.start(config.deadline(), () -> underWay.remove(work));
  }

  /** Who looks on hears of it when the silence lasts. */
  void stop(@Observes ShutdownEvent event) {
    underWay.forEach(Work::abandon);
  }
}
