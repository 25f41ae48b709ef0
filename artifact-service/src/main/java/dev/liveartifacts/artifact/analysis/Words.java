package dev.liveartifacts.artifact.analysis;

import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import io.smallrye.mutiny.TimeoutException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sentences for what goes wrong between us and Claude. Nothing that the endpoint says is in
 * them: it may repeat the question, or the key.
 */
public final class Words {
  public static final String NO_KEY =
      "Claude is not set up here. An administrator has to set LIVE_CLAUDE_API_KEY for"
          + " artifact-service.";
  public static final String NO_ANSWER = "Claude did not answer in time. Try again in a moment.";
  static final String ANOTHER_DAY =
      "This page shows an earlier day, and Claude is not asked about that. Go back to now first.";
  static final String BUSY = "Claude is being asked too much right now. Try again in a moment.";
  public static final String DECLINED = "Claude declined to answer this.";

  private static final String FAILED = "Claude's endpoint failed. Try again in a moment.";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
  private static final int OVERLOADED = 529;

  private Words() {}

  static String cutOff(int maxTokens) {
    return "The answer is longer than %,d tokens, which is the limit. Ask for less at once."
        .formatted(maxTokens);
  }

  static String tooMuch(int maxCharacters) {
    return "This is more than %,d characters for Claude at once, which is the limit. Send less data."
        .formatted(maxCharacters);
  }

  static String usedUp(long tokensPerDay) {
    return ("This page has used up your %,d tokens of Claude for today. They are renewed at midnight"
            + " UTC; an administrator can raise LIVE_CLAUDE_TOKENS_PER_DAY.")
        .formatted(tokensPerDay);
  }

  /**
   * What a refusal of the endpoint means for a person.
   *
   * @param setting by which an administrator chooses the model
   */
  private static String of(AnthropicServiceException failure, String model, String setting) {
    return switch (failure.statusCode()) {
      case 401, 403 ->
          "Claude does not accept the key that is set here. An administrator has to set a valid"
              + " LIVE_CLAUDE_API_KEY.";
      case 404 ->
          "Claude's endpoint has no model '%s'. An administrator has to set %s."
              .formatted(model, setting);
      case 400, 413, 422 -> "Claude cannot take this question. Send less data.";
      case 429 -> retryAfter(failure).map(Words::busyFor).orElse(BUSY);
      case OVERLOADED -> "Claude is overloaded right now. Try again in a moment.";
      default -> FAILED;
    };
  }

  /**
   * What went wrong, whatever it is.
   *
   * @param setting by which an administrator chooses the model
   */
  public static String ofFailure(Throwable failure, String model, String setting) {
    return switch (failure) {
      case AnthropicServiceException service -> of(service, model, setting);
      case AnthropicException other -> NO_ANSWER;
      case TimeoutException late -> NO_ANSWER;
      default -> FAILED;
    };
  }

  /** For a log: without the failure's message, which may repeat what was sent. */
  public static String kind(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof AnthropicServiceException service
        ? name + ", status " + service.statusCode()
        : name;
  }

  /** Says whether the same question may be answered a moment later. */
  public static boolean passing(Throwable failure) {
    return failure instanceof AnthropicIoException
        || (failure instanceof AnthropicServiceException service && service.statusCode() >= 500);
  }

  private static String busyFor(String seconds) {
    return "Claude is being asked too much right now. Try again in %s s.".formatted(seconds);
  }

  private static Optional<String> retryAfter(AnthropicServiceException failure) {
    return failure.headers().values("retry-after").stream()
        .filter(value -> SECONDS.matcher(value).matches())
        .findFirst();
  }
}
