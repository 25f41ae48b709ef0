package dev.liveartifacts.artifact.authoring.work;

import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import dev.liveartifacts.artifact.authoring.claude.Listener;
import dev.liveartifacts.artifact.authoring.claude.Spent;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.authoring.page.Draft;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes down for the person what Claude says and does. */
final class Teller implements Listener {
  private static final BigDecimal DEFAULT_IN = new BigDecimal("3");
  private static final BigDecimal DEFAULT_OUT = new BigDecimal("15");

  private final Journal journal;
  private final AuthoringConfig config;
  private int part;

  Teller(Journal journal, AuthoringConfig config) {
    this.journal = journal;
    this.config = config;
  }

  @Override
  public void begins() {
    part = 0;
  }

  @Override
  public void says(String words) {
    journal.says(words);
  }

  @Override
  public void writes(int ofPart, String html) {
    if (part != ofPart) {
      part = ofPart;
      journal.step("write", "Writing the page");
      journal.another();
    }
    journal.writes(html);
  }

  @Override
  public void asksAgainIn(Duration pause) {
    journal.step("wait", "Claude is busy; asking again in " + pause.toSeconds() + " s");
  }

  /** Shows a page that is whole; returns the number of this showing. */
  int shows(Draft draft, List<AskedTool> tools) {
    int round = journal.another();
    journal.tell("tools", new JsonObject().put("tools", json(tools)));
    journal.tell(
        "page",
        new JsonObject()
            .put("round", round)
            .put("from", 0)
            .put("html", draft.html())
            .put("title", draft.title())
            .put("whole", true));
    return round;
  }

  void costs(Spent spent, long tokensLeft) {
    JsonObject cost =
        new JsonObject()
            .put("inputTokens", spent.input())
            .put("outputTokens", spent.written())
            .put("tokens", spent.tokens())
            .put("tokensLeft", Math.max(0, tokensLeft - spent.tokens()));
    price(spent).ifPresent(dollars -> cost.put("dollars", dollars.doubleValue()));
    journal.tell("cost", cost);
  }

  void asks(int number, String question) {
    journal.tell("question", new JsonObject().put("number", number).put("text", question));
  }

  void hears(int number, String answer) {
    journal.tell("answer", new JsonObject().put("number", number).put("text", answer));
  }

  void done(Outcome.Done done) {
    journal.tell(
        "done",
        new JsonObject()
            .put("title", done.draft().title())
            .put("summary", done.draft().summary())
            .put("tools", json(done.tools()))
            .put("notes", new JsonArray(done.notes())));
  }

  void failed(Outcome.Failed failed) {
    journal.tell("failed", new JsonObject().put("problem", failed.sentence()));
  }

  static JsonArray json(List<AskedTool> tools) {
    return new JsonArray(tools.stream().map(AskedTool::json).toList());
  }

  /** In dollars, where the prices are known. */
  private Optional<BigDecimal> price(Spent spent) {
    if (config.priceIn().isPresent() && config.priceOut().isPresent()) {
      return Optional.of(
          spent.price(config.priceIn().orElseThrow(), config.priceOut().orElseThrow()));
    }
    return config.model().equals(AuthoringConfig.DEFAULT_MODEL)
        ? Optional.of(spent.price(DEFAULT_IN, DEFAULT_OUT))
        : Optional.empty();
  }
}
