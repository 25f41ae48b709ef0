package dev.liveartifacts.artifact.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file is compressed on its way (RFC 9110, section 12.5.3). */
enum Encoding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  NONE("", "");

  private final String token;
  private final String suffix;

  Encoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  String token() {
    return token;
  }

  String suffix() {
    return suffix;
  }

  /** Those that the client takes, the smallest result first. */
  static List<Encoding> accepted(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(encoding -> encoding == NONE || encoding.isIn(accepted))
        .toList();
  }

  private boolean isIn(String accepted) {
    return Arrays.stream(accepted.split(","))
        .map(String::strip)
        .anyMatch(item -> item.equals(token) || wanted(item));
  }

  private boolean wanted(String item) {
    return item.startsWith(token + ";") && !item.matches(".*;\\s*q=0(\\.0*)?\\s*");
  }
}
