package dev.liveartifacts.connector.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final JsonLines lines = new JsonLines("connector-service");

  @Test
  void a_record_is_one_line_of_json_whatever_its_message_holds() {
    ExtLogRecord record = new ExtLogRecord(Level.WARN, "two\nlines and a \"quote\"", "test");
    record.setLoggerName("dev.liveartifacts");
    record.putMdc("traceId", "abc");
    record.setThrown(new IllegalStateException("broken"));

    String line = lines.format(record);

    assertThat(line.strip()).doesNotContain("\n");
    JsonObject json = new JsonObject(line);
    assertThat(json.getString("message")).isEqualTo("two\nlines and a \"quote\"");
    assertThat(json.getString("level")).isEqualTo("WARN");
    assertThat(json.getString("service")).isEqualTo("connector-service");
    assertThat(json.getString("traceId")).isEqualTo("abc");
    assertThat(json.getString("exception")).contains("IllegalStateException: broken");
  }
}
