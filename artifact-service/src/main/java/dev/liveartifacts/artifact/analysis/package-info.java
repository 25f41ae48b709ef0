/** {@code HTTP → AskResource → Asks → AnswerStore, BudgetStore → ClaudeClient → Messages API}. */
@NullMarked
package dev.liveartifacts.artifact.analysis;

import org.jspecify.annotations.NullMarked;
