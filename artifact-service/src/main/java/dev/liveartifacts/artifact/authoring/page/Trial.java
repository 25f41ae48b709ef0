package dev.liveartifacts.artifact.authoring.page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the browser that shows a page has seen of it. It comes from a page that nobody trusts, so it
 * is data, bounded, and decides about nothing but what Claude is asked to mend.
 *
 * @param round which showing of the page this is about
 * @param console what the page said and what failed in it
 * @param calls the calls that it made
 * @param blocked what was kept out
 * @param empty true if nothing was to be seen
 */
public record Trial(
    int round,
    @NotNull @Size(max = 100) List<@NotNull @Valid Note> console,
    @NotNull @Size(max = 200) List<@NotNull @Valid Made> calls,
    @NotNull @Size(max = 100) List<@NotNull @Size(max = 2_100) String> blocked,
    boolean empty) {
  private static final int LISTED = 8;
  private static final int LONGEST = 400;

  /** Codes of failures that are no fault of the page. */
  private static final Set<String> NOT_ITS_FAULT =
      Set.of(
          "needs_reauth",
          "server_not_connected",
          "server_unavailable",
          "rate_limited",
          "cancelled",
          "approval_required",
          "blocked_by_policy",
          "upstream_error");

  /** A line of the page's console. */
  public record Note(@NotNull String level, @NotNull @Size(max = 2_100) String text) {}

  /**
   * A call that the page made.
   *
   * @param code why it failed; null if it did not
   */
  public record Made(
      @NotNull @Size(max = 256) String name,
      @Nullable @Size(max = 40) String code,
      @Nullable @Size(max = 2_100) String message) {}

  /** What the page itself has done wrong. */
  public Complaints complaints() {
    List<String> faults = new ArrayList<>();
    if (empty) {
      faults.add("Nothing is to be seen on the page.");
    }
    console.stream()
        .filter(note -> note.level().equals("error"))
        .limit(LISTED)
        .forEach(note -> faults.add("Error on the console: " + cut(note.text())));
    calls.stream()
        .filter(call -> call.code() != null && !NOT_ITS_FAULT.contains(call.code()))
        .limit(LISTED)
        .forEach(call ->
            faults.add("The call of " + call.name() + " failed: " + cut(words(call.message()))));
    blocked.stream().limit(LISTED).forEach(text -> faults.add("Not loaded: " + cut(text)));
    return new Complaints(List.of(), faults);
  }

  private static String words(@Nullable String message) {
    return message == null ? "no reason was given" : message;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
