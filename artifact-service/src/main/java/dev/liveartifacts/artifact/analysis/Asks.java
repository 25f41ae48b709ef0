package dev.liveartifacts.artifact.analysis;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Answers a page's questions: one at a time for each page, from memory where the same was asked
 * before, within the budget.
 */
@Singleton
class Asks {
  private static final int LONGEST_OF_A_PAGE = 32;

  private final ClaudeConfig config;
  private final ClaudeClient claude;
  private final AnswerStore answers;
  private final BudgetStore budgets;
  private final Line everyone;
  // a line is forgotten when nobody stands in it
  private final LoadingCache<Asker, Line> pages =
      Caffeine.newBuilder().weakValues().build(asker -> new Line(1, LONGEST_OF_A_PAGE));

  Asks(ClaudeConfig config, ClaudeClient claude, AnswerStore answers, BudgetStore budgets) {
    this.config = config;
    this.claude = claude;
    this.answers = answers;
    this.budgets = budgets;
    this.everyone = new Line(config.atOnce(), config.waiting());
  }

  Uni<AskAnswer> answer(Asker asker, Question question) {
    if (question.ofAnotherDay()) {
      return Uni.createFrom().item(AskAnswer.error(Words.ANOTHER_DAY));
    }
    return question.characters() > config.maxCharacters()
        ? Uni.createFrom().item(AskAnswer.error(Words.tooMuch(config.maxCharacters())))
        : pages
            .get(asker)
            .stand(() -> remembered(asker, question))
            .onFailure(LineFullException.class)
            .recoverWithItem(AskAnswer.error(Words.BUSY));
  }

  private Uni<AskAnswer> remembered(Asker asker, Question question) {
    byte[] sha256 = question.sha256(config.model());
    return answers
        .find(asker, sha256)
        .flatMap(known ->
            known
                .map(text -> Uni.createFrom().item(AskAnswer.of(text)))
                .orElseGet(() -> withinBudget(asker, question, sha256)));
  }

  private Uni<AskAnswer> withinBudget(Asker asker, Question question, byte[] sha256) {
    return budgets
        .used(asker)
        .flatMap(used ->
            used < config.tokensPerDay()
                ? everyone.stand(() -> ask(asker, question, sha256))
                : Uni.createFrom().item(AskAnswer.error(Words.usedUp(config.tokensPerDay()))));
  }

  private Uni<AskAnswer> ask(Asker asker, Question question, byte[] sha256) {
    return claude
        .ask(question)
        .call(said -> budgets.spend(asker, said.tokens()))
        .call(said -> keep(asker, sha256, said))
        .map(Said::answer);
  }

  private Uni<Void> keep(Asker asker, byte[] sha256, Said said) {
    return switch (said) {
      case Said.Whole whole -> answers.keep(asker, sha256, whole.text());
      case Said.Nothing nothing -> Uni.createFrom().voidItem();
    };
  }
}
