package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.html.LeftOut;
import dev.liveartifacts.artifact.html.Transformation;
import dev.liveartifacts.artifact.library.Shelf;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.verify.Sighting;
import dev.liveartifacts.artifact.verify.Verifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens an artifact's page as its person sees it, and says what is wrong with it. */
@Singleton
class VerifyArtifactTool implements Tool {
  private static final int DESK_WIDTH = 1_280;

  private final ToolCard card;
  private final Artifacts artifacts;
  private final Verifier verifier;
  private final Transformation transformation;
  private final Vertx vertx;

  VerifyArtifactTool(
      ToolCards cards, Artifacts artifacts, Verifier verifier, Shelf shelf, Vertx vertx) {
    this.card = cards.of("verify_artifact");
    this.artifacts = artifacts;
    this.verifier = verifier;
    this.transformation = new Transformation(shelf);
    this.vertx = vertx;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Person person = ask.caller().person();
    return artifacts
        .let(person, Objects.requireNonNull(ask.text("id")), Action.OPEN)
        .flatMap(opened ->
            Uni.combine()
                .all()
                .unis(leftOut(opened), artifacts.shown(person, opened), sighting(ask, opened))
                .with(VerifyArtifactTool::answer));
  }

  private Uni<List<LeftOut>> leftOut(Opened opened) {
    return artifacts
        .page(opened)
        .flatMap(html ->
            Uni.createFrom()
                .completionStage(() ->
                    vertx
                        .executeBlocking(() -> transformation.of(html).leftOut(), false)
                        .toCompletionStage()));
  }

  private Uni<Optional<Sighting>> sighting(Ask ask, Opened opened) {
    if (!verifier.ready()) {
      return Uni.createFrom().item(Optional.empty());
    }
    int width = ask.arguments().path("width").asInt(DESK_WIDTH);
    ask.progress().report(0, 2, "Opening the page");
    return ask.caller()
        .token()
        .flatMap(token -> verifier.look(opened, ask.caller().person(), token, width))
        .invoke(seen -> ask.progress().report(1, 2, "The page was open"))
        .map(Optional::of);
  }

  private static Outcome.Done answer(
      List<LeftOut> leftOut, Shown shown, Optional<Sighting> sighting) {
    Sighting seen = sighting.orElse(null);
    Answer answer =
        new Answer(
            shown.url(),
            shown.version(),
            wrong(leftOut, shown, seen),
            shown.tools(),
            leftOut,
            seen,
            seen == null
                ? "No browser is set up here, so the page was not opened: ask your person to open"
                    + " the url."
                : null);
    return seen == null || seen.screenshot() == null
        ? ToolAnswer.of(answer)
        : ToolAnswer.of(answer, seen.screenshot());
  }

  private static List<String> wrong(List<LeftOut> leftOut, Shown shown, @Nullable Sighting seen) {
    List<String> wrong = new ArrayList<>();
    if (shown.next() != null) {
      wrong.add(shown.next());
    }
    leftOut.forEach(one -> wrong.add("The page asks for " + one.url() + ", which is not loaded."));
    if (seen != null) {
      wrong(seen, wrong);
    }
    return wrong;
  }

  private static void wrong(Sighting seen, List<String> wrong) {
    if (!seen.loaded()) {
      wrong.add("The page did not finish loading.");
    } else if (!seen.settled()) {
      wrong.add("The page was still busy when time was over.");
    }
    seen.calls().stream()
        .filter(call -> call.error() != null)
        .forEach(call -> wrong.add("The call of " + call.name() + " failed: " + call.error()));
    seen.console().stream()
        .filter(message -> message.level().equals("error") || message.level().equals("blocked"))
        .forEach(message -> wrong.add("The page reports: " + message.text()));
  }

  /**
   * @param wrong each in a sentence; empty if nothing was found
   * @param leftOut external files that the page asks for and does not get
   * @param seen what happened when it was opened; null if there is no browser for that
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String url,
      int version,
      List<String> wrong,
      List<Shown.Asked> tools,
      List<LeftOut> leftOut,
      @Nullable Sighting seen,
      @Nullable String notSeen) {}
}
