package dev.liveartifacts.infra.claude;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the Messages API, in the events that the real one sends.
 *
 * @param status 200 for a stream, else a refusal with {@code error} as its type
 * @param blocks words and tools, in order
 * @param stop the stop reason; null if the stream breaks off before one, with {@code error} as its
 *     last event if there is one
 * @param gate the stream waits for it in the middle of its last block; null if it does not wait
 */
public record Reply(
    int status,
    @Nullable String error,
    List<Block> blocks,
    @Nullable String stop,
    @Nullable CountDownLatch gate) {
  private static final AtomicInteger IDS = new AtomicInteger();

  /**
   * A part of an answer.
   *
   * @param tool null for words
   * @param id of the use of a tool
   * @param text words, or the tool's input as JSON, whole or not
   */
  public record Block(@Nullable String tool, String id, String text) {}

  /** Words, and nothing follows. */
  public static Reply says(String words) {
    return new Reply(200, null, List.of(new Block(null, "", words)), "end_turn", null);
  }

  /**
   * The use of a tool.
   *
   * @param input JSON
   */
  public static Reply uses(String tool, String input) {
    return new Reply(200, null, List.of(block(tool, input)), "tool_use", null);
  }

  public static Reply refuses() {
    return new Reply(200, null, List.of(), "refusal", null);
  }

  /** An answer of this status, as 529 with {@code overloaded_error}. */
  public static Reply fails(int status, String type) {
    return new Reply(status, type, List.of(), null, null);
  }

  /** A stream that began well and ends with an error. */
  public static Reply overloadedMeanwhile(String words) {
    return new Reply(200, "overloaded_error", List.of(new Block(null, "", words)), null, null);
  }

  /** A stream that just ends. */
  public static Reply breaksOff(String tool, String halfAnInput) {
    return new Reply(200, null, List.of(block(tool, halfAnInput)), null, null);
  }

  /** A tool's input that is longer than an answer may be. */
  public static Reply cutOff(String tool, String halfAnInput) {
    return new Reply(200, null, List.of(block(tool, halfAnInput)), "max_tokens", null);
  }

  /** The same with another tool at once. */
  public Reply andUses(String tool, String input) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(block(tool, input));
    return new Reply(status, error, List.copyOf(more), "tool_use", gate);
  }

  /** The same after these words. */
  public Reply saying(String words) {
    List<Block> more = new ArrayList<>(blocks);
    more.addFirst(new Block(null, "", words));
    return new Reply(status, error, List.copyOf(more), stop, gate);
  }

  /** The same, half of it only when the gate is open. */
  public Reply waitingFor(CountDownLatch open) {
    return new Reply(status, error, blocks, stop, open);
  }

  private static Block block(String tool, String input) {
    return new Block(tool, "toolu_%024d".formatted(IDS.incrementAndGet()), input);
  }
}
