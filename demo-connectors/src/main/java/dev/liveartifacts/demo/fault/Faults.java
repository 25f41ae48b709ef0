package dev.liveartifacts.demo.fault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that are switched on. */
@ApplicationScoped
class Faults {
  private final Map<Server, Fault> faults = new ConcurrentHashMap<>();

  Optional<Fault> of(Server server, Message message) {
    return Optional.ofNullable(faults.get(server)).filter(fault -> fault.concerns(message));
  }

  void set(Server server, Fault fault) {
    faults.put(server, fault);
  }

  void clear(Server server) {
    faults.remove(server);
  }

  void clear() {
    faults.clear();
  }

  Map<String, Fault> all() {
    Map<String, Fault> all = new TreeMap<>();
    faults.forEach((server, fault) -> all.put(server.word(), fault));
    return all;
  }
}
