package dev.liveartifacts.artifact.authoring;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.analysis.Words;
import dev.liveartifacts.artifact.authoring.claude.ClaudeWriter;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.page.Draft;
import dev.liveartifacts.artifact.authoring.page.Stylesheet;
import dev.liveartifacts.artifact.authoring.work.Brief;
import dev.liveartifacts.artifact.authoring.work.Source;
import dev.liveartifacts.artifact.authoring.work.SourcesClient;
import dev.liveartifacts.artifact.authoring.work.Works;
import dev.liveartifacts.artifact.drift.Drifts;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.grant.ToolStore;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.VersionStore;
import dev.liveartifacts.artifact.style.PageParts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a wish: checks that it may and can be worked on, gathers what is needed, sets to work. */
@Singleton
class Descriptions {
  private static final int AT_ONCE = 2;

  private final AuthoringConfig config;
  private final ClaudeWriter claude;
  private final DescriptionStore store;
  private final Works works;
  private final SourcesClient sources;
  private final Doorkeeper doorkeeper;
  private final VersionStore versions;
  private final ToolStore tools;
  private final Drifts drifts;
  private final Stylesheet stylesheet;

  Descriptions(
      AuthoringConfig config,
      ClaudeWriter claude,
      DescriptionStore store,
      Works works,
      SourcesClient sources,
      Doorkeeper doorkeeper,
      VersionStore versions,
      ToolStore tools,
      Drifts drifts,
      PageParts parts) {
    this.config = config;
    this.claude = claude;
    this.store = store;
    this.works = works;
    this.sources = sources;
    this.doorkeeper = doorkeeper;
    this.versions = versions;
    this.tools = tools;
    this.drifts = drifts;
    this.stylesheet = new Stylesheet(parts.stylesheet());
  }

  /** Whether a wish would be taken, in words if not. */
  Uni<Readiness> readiness(Person person) {
    return store.use(person.id()).map(this::readiness);
  }

  /** Fails with a problem if this person may not have it made. */
  Uni<UUID> begin(Person person, String token, NewDescription wanted) {
    Access.check(
        person.workspace(),
        wanted.artifactId() == null ? WorkspaceAction.MAKE : WorkspaceAction.LOOK);
    return store
        .use(person.id())
        .invoke(this::check)
        .flatMap(use ->
            Uni.combine()
                .all()
                .unis(sources.all(token), change(person, token, wanted))
                .asTuple()
                .map(found ->
                    new Brief(
                        UUID.randomUUID(),
                        person.id(),
                        wanted.text().strip(),
                        found.getItem2(),
                        chosen(found.getItem1(), wanted),
                        token,
                        config.tokensPerDay() - use.tokens())))
        .call(this::create)
        .invoke(works::start)
        .map(Brief::id);
  }

  private Uni<Void> create(Brief brief) {
    return store.create(
        brief.id(),
        brief.personId(),
        brief.change().map(Brief.Change::artifactId),
        brief.change().map(Brief.Change::version),
        brief.wish(),
        brief.sources().stream().map(Source::id).toList());
  }

  private Readiness readiness(DescriptionStore.Use use) {
    long left = Math.max(0, config.tokensPerDay() - use.tokens());
    return new Readiness(refusal(use).isEmpty(), refusal(use).orElse(""), left);
  }

  private Optional<String> refusal(DescriptionStore.Use use) {
    if (!claude.ready()) {
      return Optional.of(Words.NO_KEY);
    }
    if (use.tokens() >= config.tokensPerDay()) {
      return Optional.of(
          ("You have used up your %,d tokens for making pages today. They are renewed at midnight"
                  + " UTC; an administrator can raise LIVE_AUTHORING_TOKENS_PER_DAY.")
              .formatted(config.tokensPerDay()));
    }
    if (use.working() >= AT_ONCE) {
      return Optional.of("Two of your pages are being made already. Wait for one, or cancel it.");
    }
    return works.full()
        ? Optional.of("Many pages are being made right now. Try again in a minute.")
        : Optional.empty();
  }

  private void check(DescriptionStore.Use use) {
    refusal(use)
        .ifPresent(why -> {
          throw new ProblemException(
              Problem.of(409, "claude-not-ready", "Not possible right now", why));
        });
  }

  private static List<Source> chosen(List<Source> all, NewDescription wanted) {
    return all.stream()
        .filter(Source::connected)
        .filter(one -> wanted.connectors() == null || wanted.connectors().contains(one.id()))
        .toList();
  }

  private Uni<Optional<Brief.Change>> change(Person person, String token, NewDescription wanted) {
    UUID id = wanted.artifactId();
    return id == null
        ? Uni.createFrom().item(Optional.empty())
        : doorkeeper
            .let(person, id, Action.EDIT)
            .flatMap(opened -> gathered(id, opened, token, wanted))
            .map(Optional::of);
  }

  private Uni<Brief.Change> gathered(UUID id, Opened opened, String token, NewDescription wanted) {
    int version = opened.facts().version();
    return Uni.combine()
        .all()
        .unis(versions.text(id, version), tools.of(id), drift(id, version, token, wanted))
        .asTuple()
        .map(found ->
            change(
                opened, found.getItem1().orElse(""), found.getItem2(), found.getItem3(), wanted));
  }

  private Brief.Change change(
      Opened opened,
      String html,
      List<ArtifactTool> asked,
      JsonArray drift,
      NewDescription wanted) {
    if (html.length() > config.largestPage()) {
      throw Problems.tooLarge(
          "This page is too large for Claude to change: it has more than %,d characters."
              .formatted(config.largestPage()));
    }
    NewDescription.Element at = wanted.element();
    Draft page = new Draft(html, opened.facts().title(), "");
    return new Brief.Change(
        opened.facts().artifactId(),
        opened.facts().version(),
        stylesheet.outOf(page),
        asked,
        at == null ? null : new Brief.Element(at.selector(), at.text(), at.html()),
        drift);
  }

  private Uni<JsonArray> drift(UUID id, int version, String token, NewDescription wanted) {
    return wanted.drift() ? drifts.of(id, version, token) : Uni.createFrom().item(new JsonArray());
  }

  /**
   * @param sentence why not; empty if ready
   * @param tokensLeft for this person today
   */
  record Readiness(boolean ready, String sentence, long tokensLeft) {}
}
