package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told about.
 *
 * @param tool null to look at all of a connector's calls, which only its connection has in common
 * @param arguments which of the tool's calls; null if there is one alone
 * @param comparison for numbers; a structure and a connection have none of their own
 */
public record Condition(
    @NotNull UUID connectorId,
    @Nullable @Size(max = 256) String tool,
    @Nullable ObjectNode arguments,
    @NotNull @Valid Measure measure,
    @Nullable @Valid Comparison comparison) {
  private static final int LARGEST_ARGUMENTS = 16 * 1024;

  /** Why this cannot be looked at, as a sentence that says what to do. */
  Optional<String> objection() {
    if (arguments != null && arguments.toString().length() > LARGEST_ARGUMENTS) {
      return Optional.of("The arguments are larger than 16 KiB, which is the limit.");
    }
    return switch (measure) {
      case Measure.Aggregate aggregate -> objection(aggregate);
      case Measure.Shape shape -> needsTool();
      case Measure.Connection connection -> Optional.empty();
    };
  }

  private Optional<String> objection(Measure.Aggregate aggregate) {
    if (aggregate.of() != Measure.Of.COUNT
        && (aggregate.field() == null || aggregate.field().isBlank())) {
      return Optional.of("Choose the field to look at.");
    }
    if (comparison == null) {
      return Optional.of("Say when to be told: above, below, or when it changes.");
    }
    return comparison.objection().or(aggregate::objection).or(this::needsTool);
  }

  private Optional<String> needsTool() {
    return tool == null || tool.isBlank()
        ? Optional.of("Choose the data to look at.")
        : Optional.empty();
  }
}
