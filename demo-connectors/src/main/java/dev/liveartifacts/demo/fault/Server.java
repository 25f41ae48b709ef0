package dev.liveartifacts.demo.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The MCP servers of Acme. */
enum Server {
  CRM,
  ERP,
  CALENDAR,
  PROJECTS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return "/" + word() + "/mcp";
  }

  static Optional<Server> named(String word) {
    return Arrays.stream(values()).filter(server -> server.word().equals(word)).findFirst();
  }

  /** The server at an address, its sub-paths included. */
  static Optional<Server> at(String path) {
    return Arrays.stream(values())
        .filter(server -> path.equals(server.path()) || path.startsWith(server.path() + "/"))
        .findFirst();
  }
}
