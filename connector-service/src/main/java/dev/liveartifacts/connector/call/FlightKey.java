package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.register.Reach;

/**
 * Names one result in Redis. Everything that must separate two people, two sign-ins or two
 * connectors is part of it. The braces keep its keys on one node of a Redis cluster.
 */
record FlightKey(String name) {
  static FlightKey of(String workspace, Reach reach, String tool, String callKey) {
    return new FlightKey(
        "live:{%s:%s:%d:%s:%s:%s}"
            .formatted(
                workspace,
                reach.connection().id(),
                reach.connection().generation(),
                reach.connector().id(),
                tool,
                callKey));
  }

  String result() {
    return name + ":result";
  }

  String lock() {
    return name + ":lock";
  }

  String landed(String token) {
    return name + ":landed:" + token;
  }
}
