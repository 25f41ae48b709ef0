package dev.liveartifacts.contracts.call;

import org.jspecify.annotations.Nullable;

/**
 * Why a call failed.
 *
 * @param message one sentence for a person; never a token, an argument or a result
 * @param retryAfterMillis when a repeat makes sense, if the source said so
 */
public record CallError(
    ErrorCode code, String message, boolean retryable, @Nullable Long retryAfterMillis) {
  public static CallError of(ErrorCode code, String message) {
    return new CallError(
        code,
        message,
        code == ErrorCode.SERVER_UNAVAILABLE || code == ErrorCode.RATE_LIMITED,
        null);
  }
}
