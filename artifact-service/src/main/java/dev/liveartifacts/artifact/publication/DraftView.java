package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.publication.review.Field;
import dev.liveartifacts.artifact.publication.review.Fields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as its owner looks through it, call by call and field by field. */
record DraftView(UUID id, int version, Instant takenAt, List<Call> calls) {
  /**
   * One call.
   *
   * @param arguments JSON object
   * @param more true if it has more fields than can be looked at; those are left out
   * @param leftOut what is left out as it cannot be looked into, such as images
   * @param trouble why there is no data
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Call(
      int position,
      String connector,
      String tool,
      @JsonRawValue String arguments,
      @Nullable Instant storedAt,
      List<Field> fields,
      boolean more,
      List<String> leftOut,
      @Nullable String trouble) {
    static Call of(Draft.Call call, Fields fields) {
      return new Call(
          call.position(),
          call.connector(),
          call.tool(),
          call.arguments(),
          call.storedAt(),
          fields.fields(),
          fields.more(),
          fields.leftOut(),
          call.trouble());
    }
  }
}
