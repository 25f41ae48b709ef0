package dev.liveartifacts.connector.builtin.sql;

import java.util.UUID;

/** A source together with the password of the connection in whose name it is asked. */
record Login(UUID connectorId, Source source, String password) {
  @Override
  public String toString() {
    return "Login[" + connectorId + "]";
  }
}
