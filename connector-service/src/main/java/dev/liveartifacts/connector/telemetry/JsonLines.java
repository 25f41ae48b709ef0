package dev.liveartifacts.connector.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Writes each log record as one line of JSON, for those who collect logs from containers. */
final class JsonLines extends ExtFormatter {
  private static final JsonFactory JSON = new JsonFactory();

  private final String service;

  JsonLines(String service) {
    this.service = service;
  }

  @Override
  public String format(ExtLogRecord record) {
    StringWriter line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", record.getInstant().toString());
      json.writeStringField("level", record.getLevel().getName());
      json.writeStringField("service", service);
      json.writeStringField("logger", record.getLoggerName());
      json.writeStringField("thread", record.getThreadName());
      json.writeStringField("message", formatMessage(record));
      for (Map.Entry<String, String> entry : record.getMdcCopy().entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      if (record.getThrown() != null) {
        json.writeStringField("exception", stack(record.getThrown()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
