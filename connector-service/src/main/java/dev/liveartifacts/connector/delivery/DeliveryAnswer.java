package dev.liveartifacts.connector.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.liveartifacts.connector.egress.WebAnswer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt to deliver a message went. What the receiver said beyond its status is not kept.
 *
 * @param reason a sentence for whoever set the webhook up; null if the message was accepted
 * @param retryAfterSeconds how long the receiver asked to be left alone; null if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryAnswer(
    Outcome outcome,
    @Nullable Integer status,
    @Nullable String reason,
    @Nullable Integer retryAfterSeconds) {
  static final DeliveryAnswer BUSY =
      new DeliveryAnswer(
          Outcome.FAILED, null, "Many messages are on their way; this one waits.", null);

  private static final int GONE = 410;
  private static final int LONGEST_DIGITS = 6;

  /** Whether it arrived, and whether it is worth trying again. */
  public enum Outcome {
    ACCEPTED,
    /** Try again later. */
    FAILED,
    /** The receiver wants nothing more (HTTP 410). */
    GONE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static DeliveryAnswer of(WebAnswer answer) {
    int status = answer.status();
    if (answer.isSuccess()) {
      return new DeliveryAnswer(Outcome.ACCEPTED, status, null, null);
    }
    return status == GONE
        ? new DeliveryAnswer(
            Outcome.GONE, status, "The server says that it wants no more messages (410).", null)
        : new DeliveryAnswer(Outcome.FAILED, status, reason(answer), seconds(answer));
  }

  /**
   * @param reason completes the sentence "The server …"
   */
  static DeliveryAnswer unanswered(String reason) {
    String sentence = "The server " + reason;
    return new DeliveryAnswer(
        Outcome.FAILED, null, sentence.endsWith(".") ? sentence : sentence + ".", null);
  }

  private static String reason(WebAnswer answer) {
    return answer.redirect().isPresent()
        ? "The server sends messages on to another address (%d): enter that one."
            .formatted(answer.status())
        : "The server did not accept the message: it answered with %d.".formatted(answer.status());
  }

  private static @Nullable Integer seconds(WebAnswer answer) {
    String asked = answer.header("Retry-After");
    return asked != null && asked.length() <= LONGEST_DIGITS && asked.matches("[0-9]+")
        ? Integer.valueOf(asked)
        : null;
  }
}
