package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A type of JSON value. Whole and other numbers are one type: {@code 2} and {@code 2.5} are. */
public enum Kind {
  @JsonProperty("object")
  OBJECT,
  @JsonProperty("array")
  ARRAY,
  @JsonProperty("string")
  STRING,
  @JsonProperty("number")
  NUMBER,
  @JsonProperty("boolean")
  BOOLEAN;

  String word() {
    return switch (this) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
    };
  }
}
