package dev.liveartifacts.demo.fault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often each tool (or method, if it is no tool call) was asked for, failures included. */
@ApplicationScoped
class CallCounts {
  private final Map<Asked, Integer> counts = new ConcurrentHashMap<>();

  void count(Server server, Message message) {
    counts.merge(new Asked(server, message.label()), 1, Integer::sum);
  }

  void reset() {
    counts.clear();
  }

  Map<String, Map<String, Integer>> all() {
    Map<String, Map<String, Integer>> all = new TreeMap<>();
    counts.forEach((asked, count) ->
        all.computeIfAbsent(asked.server().word(), server -> new TreeMap<>())
            .put(asked.label(), count));
    return all;
  }

  private record Asked(Server server, String label) {}
}
