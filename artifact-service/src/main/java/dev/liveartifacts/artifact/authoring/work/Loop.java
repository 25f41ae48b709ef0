package dev.liveartifacts.artifact.authoring.work;

import com.anthropic.models.messages.ToolResultBlockParam;
import dev.liveartifacts.artifact.analysis.Words;
import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import dev.liveartifacts.artifact.authoring.claude.ClaudeWriter;
import dev.liveartifacts.artifact.authoring.claude.Spent;
import dev.liveartifacts.artifact.authoring.claude.Turn;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turn by turn from a wish to a page: Claude looks, writes, is told what is wrong, and mends. Ends
 * with a page, or with the reason why there is none. One at a time; only {@link #tokens()} may be
 * asked from elsewhere.
 */
final class Loop {
  private static final int MOST_QUESTIONS = 6;
  private static final int MOST_CUT_OFF = 2;
  private static final int MOST_USES = 12;

  private final AuthoringConfig config;
  private final ClaudeWriter claude;
  private final Brief brief;
  private final Toolbox toolbox;
  private final Workbench bench;
  private final Teller teller;
  private final Mailbox mailbox;
  private final Conversation conversation;
  private volatile Spent spent = Spent.NOTHING;
  private int turns;
  private int questions;
  private int cutOff;

  Loop(
      AuthoringConfig config,
      ClaudeWriter claude,
      Brief brief,
      String guide,
      Toolbox toolbox,
      Workbench bench,
      Teller teller,
      Mailbox mailbox) {
    this.config = config;
    this.claude = claude;
    this.brief = brief;
    this.toolbox = toolbox;
    this.bench = bench;
    this.teller = teller;
    this.mailbox = mailbox;
    this.conversation = new Conversation(Fence.random(), guide, brief);
  }

  long tokens() {
    return spent.tokens();
  }

  Uni<Outcome> run() {
    if (turns++ == config.turns()) {
      return end("Claude has not come to an end within " + config.turns() + " steps.");
    }
    if (spent.tokens() >= Math.min(config.tokens(), brief.tokensLeft())) {
      return end("The tokens for this page are used up.");
    }
    return claude.turn(conversation.next(config), teller).invoke(this::pay).flatMap(this::decide);
  }

  private void pay(Turn turn) {
    spent = spent.plus(turn.spent());
    teller.costs(spent, brief.tokensLeft());
  }

  private Uni<Outcome> decide(Turn turn) {
    return switch (turn) {
      case Turn.Uses uses -> serve(uses);
      case Turn.Ended ended -> ask(ended);
      case Turn.CutOff cut -> again();
      case Turn.Declined declined -> end(Words.DECLINED);
      case Turn.Failed failed -> end(failed.sentence());
    };
  }

  private Uni<Outcome> serve(Turn.Uses uses) {
    conversation.said(uses.said());
    return Multi.createFrom()
        .iterable(uses.uses())
        .onItem()
        .transformToUniAndConcatenate(use -> result(uses.uses().indexOf(use), use))
        .collect()
        .asList()
        .flatMap(this::goOn);
  }

  private Uni<Served> result(int position, Turn.Use use) {
    if (position >= MOST_USES) {
      return Uni.createFrom().item(served(use, Used.failure("Too many at once. Ask again.")));
    }
    return switch (use.name()) {
      case "write_page", "change_page" -> bench.page(use).map(step -> served(use, step));
      default -> toolbox.use(use).map(used -> served(use, used));
    };
  }

  private Uni<Outcome> goOn(List<Served> served) {
    Outcome outcome =
        served.stream().flatMap(one -> Stream.ofNullable(one.outcome())).findFirst().orElse(null);
    if (outcome != null) {
      return Uni.createFrom().item(outcome);
    }
    conversation.answer(served.stream().map(Served::result).toList());
    return run();
  }

  /** Whoever only talks wants to know something, or is done. */
  private Uni<Outcome> ask(Turn.Ended ended) {
    if (bench.page() != null || ended.text().isEmpty() || questions == MOST_QUESTIONS) {
      return end("Claude has not written a page. Say more exactly what you want.");
    }
    int number = ++questions;
    teller.asks(number, ended.text());
    conversation.said(ended.said());
    return mailbox
        .reply(number)
        .invoke(reply -> {
          teller.hears(number, reply.text());
          conversation.tell(reply.text());
        })
        .flatMap(reply -> run());
  }

  private Uni<Outcome> again() {
    if (++cutOff == MOST_CUT_OFF) {
      return end(
          "The page became longer than %,d tokens, which is the limit. Ask for less at once."
              .formatted(config.maxTokens()));
    }
    conversation.tell(
        "Your answer was longer than %,d tokens, so it was cut off and thrown away. Write the page shorter."
            .formatted(config.maxTokens()));
    return run();
  }

  /** With the last good page if there is one: it was paid for. */
  private Uni<Outcome> end(String sentence) {
    Outcome.Done page = bench.page();
    return Uni.createFrom().item(page == null ? new Outcome.Failed(sentence) : page.with(sentence));
  }

  private Served served(Turn.Use use, Used used) {
    return new Served(conversation.result(use.id(), used), null);
  }

  private Served served(Turn.Use use, Workbench.Step step) {
    return new Served(conversation.result(use.id(), step.used()), step.outcome());
  }

  /**
   * @param outcome not null if this was the end
   */
  private record Served(ToolResultBlockParam result, @Nullable Outcome outcome) {}
}
