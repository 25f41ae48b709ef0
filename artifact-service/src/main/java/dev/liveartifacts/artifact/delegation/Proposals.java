package dev.liveartifacts.artifact.delegation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.schedule.DelegatedText;
import dev.liveartifacts.artifact.schedule.SeenCall;
import dev.liveartifacts.contracts.relative.Candidate;
import dev.liveartifacts.contracts.relative.Recogniser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a {@link Proposal} of what was recorded: finds out which arguments are relative, and folds
 * calls that differ in nothing else, as a page that says "today" makes another one every day.
 */
final class Proposals {
  private static final int MOST_RELATIVE = 50;
  private static final int LONGEST_NAME = 200;

  private final Recogniser recogniser;
  private final ZoneId zone;
  private final Instant now;

  Proposals(ZoneId zone, Instant now) {
    this.recogniser = new Recogniser(zone);
    this.zone = zone;
    this.now = now;
  }

  /**
   * @param calls the one that was made last at the end
   */
  Proposal of(List<SeenCall> calls, List<AllowedTool> tools) {
    Map<UUID, String> names =
        tools.stream()
            .collect(
                Collectors.toMap(
                    AllowedTool::connectorId, AllowedTool::connectorName, (one, same) -> one));
    boolean known = calls.stream().anyMatch(SeenCall::lately);
    Map<Object, Proposal.Call> folded = new LinkedHashMap<>();
    for (SeenCall seen : calls.reversed()) {
      Proposal.Call call = call(seen, names, !known || seen.lately());
      folded.putIfAbsent(Sameness.of(call), call);
    }
    return new Proposal(List.copyOf(folded.values()).reversed());
  }

  private Proposal.Call call(SeenCall seen, Map<UUID, String> names, boolean current) {
    JsonNode arguments = DelegatedText.arguments(seen.call());
    List<Proposal.Argument> relative = new ArrayList<>();
    walk(
        arguments,
        JsonPointer.empty(),
        "",
        new HashSet<>(List.of(seen.first(), seen.last())),
        relative);
    return new Proposal.Call(
        seen.call().sha256(),
        seen.call().connectorId(),
        names.getOrDefault(seen.call().connectorId(), ""),
        seen.call().tool(),
        arguments,
        relative,
        current);
  }

  /** Names that begin with an underscore are the page's own: cache busters, most of all. */
  private void walk(
      JsonNode node,
      JsonPointer place,
      String name,
      Set<Instant> seen,
      List<Proposal.Argument> found) {
    switch (node) {
      case ObjectNode object ->
          object.properties().stream()
              .filter(entry -> !entry.getKey().startsWith("_"))
              .forEach(entry ->
                  walk(
                      entry.getValue(),
                      place.appendProperty(entry.getKey()),
                      entry.getKey(),
                      seen,
                      found));
      case ArrayNode array -> {
        for (int index = 0; index < array.size(); index++) {
          walk(array.get(index), place.appendIndex(index), name, seen, found);
        }
      }
      case JsonNode value -> look(value, place, name, seen, found);
    }
  }

  private void look(
      JsonNode value,
      JsonPointer place,
      String name,
      Set<Instant> seen,
      List<Proposal.Argument> found) {
    if (found.size() >= MOST_RELATIVE
        || name.length() > LONGEST_NAME
        || !(value.isTextual() || value.canConvertToLong() && value.isIntegralNumber())) {
      return;
    }
    Object sent = value.isTextual() ? value.textValue() : (Object) value.longValue();
    List<Candidate> candidates = recogniser.candidates(name, sent, seen);
    if (!candidates.isEmpty()) {
      found.add(argument(place, value, candidates));
    }
  }

  private Proposal.Argument argument(
      JsonPointer place, JsonNode value, List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    return new Proposal.Argument(
        place.toString(),
        value,
        best.likely() ? best.time().toString() : null,
        candidates.stream().map(this::meaning).toList());
  }

  private Proposal.Meaning meaning(Candidate candidate) {
    return new Proposal.Meaning(
        candidate.time().toString(), candidate.time().words(), candidate.time().at(now, zone));
  }
}
