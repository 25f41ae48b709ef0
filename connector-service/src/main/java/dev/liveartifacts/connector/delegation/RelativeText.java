package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.List;

/** Relative arguments as they are stored: JSON. */
public final class RelativeText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RelativeText() {}

  public static String write(List<RelativeArgument> relative) {
    try {
      return MAPPER.writeValueAsString(relative);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Relative arguments cannot be written as JSON", e);
    }
  }

  public static List<RelativeArgument> read(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored relative arguments are not JSON", e);
    }
  }
}
