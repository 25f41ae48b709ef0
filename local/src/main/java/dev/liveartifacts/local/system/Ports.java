package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Loopback;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which port each part has: nine in a row, from the one that people see. */
public record Ports(int base) {
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_535;
  private static final int COUNT = 9;

  public Ports {
    if (base < LOWEST || base > HIGHEST - COUNT) {
      throw new LocalFailure(
          "--port has to be between "
              + LOWEST
              + " and "
              + (HIGHEST - COUNT)
              + ", not "
              + base
              + ".");
    }
  }

  /** Nine ports in a row that were free a moment ago. */
  public static Ports free() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int base = Loopback.freePort();
      if (base <= HIGHEST - COUNT
          && new Ports(base).named().values().stream().allMatch(PortCheck::free)) {
        return new Ports(base);
      }
    }
    throw new LocalFailure("No nine free ports in a row.");
  }

  public int artifactService() {
    return base;
  }

  public int connectorService() {
    return base + 1;
  }

  public int schedulerService() {
    return base + 2;
  }

  public int signIn() {
    return base + 3;
  }

  public int demoConnectors() {
    return base + 4;
  }

  public int postgreSql() {
    return base + 5;
  }

  public int redis() {
    return base + 6;
  }

  public int kafka() {
    return base + 7;
  }

  public int kafkaController() {
    return base + 8;
  }

  /** Every port with the name of its part. */
  Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("artifact-service", artifactService());
    named.put("connector-service", connectorService());
    named.put("scheduler-service", schedulerService());
    named.put("the sign-in server", signIn());
    named.put("demo-connectors", demoConnectors());
    named.put("PostgreSQL", postgreSql());
    named.put("Redis", redis());
    named.put("Kafka", kafka());
    named.put("Kafka's controller", kafkaController());
    return named;
  }
}
