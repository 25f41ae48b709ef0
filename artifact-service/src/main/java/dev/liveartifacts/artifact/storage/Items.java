package dev.liveartifacts.artifact.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page keeps for one person: texts by key. */
record Items(Map<String, String> values) {
  /** The most that one page may keep for one person, in UTF-16 code units of keys and values. */
  static final int LIMIT = 5 * 1024 * 1024;

  /** Pages keep half of a surrogate pair, too; escaped, it survives every encoding. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static Items of(String json) {
    try {
      return new Items(JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty if the result would be larger than the limit. */
  Optional<Items> with(Write write) {
    Map<String, String> next = new LinkedHashMap<>(write.clear() ? Map.of() : values);
    write.removed().forEach(next::remove);
    next.putAll(write.added());
    return size(next) > LIMIT ? Optional.empty() : Optional.of(new Items(next));
  }

  /** ASCII. */
  String json() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Map<String, String> items) {
    return items.entrySet().stream()
        .mapToLong(item -> (long) item.getKey().length() + item.getValue().length())
        .sum();
  }

  /**
   * What changes.
   *
   * @param clear drops everything before {@code set} is applied
   */
  record Write(@Nullable Map<String, String> set, @Nullable List<String> remove, boolean clear) {
    Map<String, String> added() {
      Map<String, String> added = new LinkedHashMap<>(set == null ? Map.of() : set);
      added.values().removeIf(Objects::isNull);
      return added;
    }

    List<String> removed() {
      return remove == null ? List.of() : remove;
    }
  }
}
