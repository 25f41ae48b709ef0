package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An alert as PostgreSQL gives it. */
final class AlertRow {
  static final String COLUMNS =
      """
      a.id, a.artifact_id, r.title, a.person_id, p.email, a.name, a.condition, a.connector, a.mail,
        a.webhook_url, a.signer, a.quiet, a.tell_when_over, a.paused, a.created_at, a.last,
        a.firing, a.seen_at, a.seen_id, a.found, a.found_at, a.trouble
      from alert a
        join artifact r on r.id = a.artifact_id
        join person p on p.id = a.person_id
      """;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private AlertRow() {}

  static Alert read(Row row) {
    String quiet = row.getString("quiet");
    return new Alert(
        row.getUUID("id"),
        row.getUUID("artifact_id"),
        row.getString("title"),
        row.getUUID("person_id"),
        row.getString("email"),
        row.getString("name"),
        parsed(row.getString("condition"), Condition.class),
        row.getString("connector"),
        row.getBoolean("mail"),
        row.getString("webhook_url"),
        row.getUUID("signer"),
        quiet == null ? null : parsed(quiet, QuietHours.class),
        row.getBoolean("tell_when_over"),
        row.getBoolean("paused"),
        Objects.requireNonNull(instant(row.getOffsetDateTime("created_at"))),
        standing(row));
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Alert.Standing standing(Row row) {
    return new Alert.Standing(
        new Course(row.getString("last"), row.getBoolean("firing")),
        Objects.requireNonNull(instant(row.getOffsetDateTime("seen_at"))),
        row.getUUID("seen_id"),
        row.getString("found"),
        instant(row.getOffsetDateTime("found_at")),
        row.getString("trouble"));
  }

  private static <T> T parsed(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
