package dev.liveartifacts.infra.keycloak;

import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A real Keycloak on loopback, from its unpacked distribution, with everything in memory. Starts in
 * about half a minute.
 */
public final class Keycloak implements Part {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final String ADMIN = "admin";

  private final Path home;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final ServerProcess process;
  private final Optional<Path> realm;
  private final Map<String, String> variables;

  /**
   * Does not start anything yet.
   *
   * @param home the unpacked distribution
   */
  public Keycloak(Path home, int port, Path log) {
    this(home, port, log, Optional.empty(), Map.of());
  }

  /**
   * One that begins with a realm.
   *
   * @param realm the realm's JSON
   * @param variables what stands for each <code>${…}</code> in it
   */
  public Keycloak(Path home, int port, Path log, Path realm, Map<String, String> variables) {
    this(home, port, log, Optional.of(realm), variables);
  }

  private Keycloak(
      Path home, int port, Path log, Optional<Path> realm, Map<String, String> variables) {
    this.home = home.toAbsolutePath();
    this.port = port;
    this.process = new ServerProcess("Keycloak", log);
    this.realm = realm;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path dataDir() {
    return home.resolve("data");
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  /** Without a slash at its end; realms are below {@code /realms}. */
  public String url() {
    return "http://" + Loopback.ADDRESS + ":" + port;
  }

  /** Its administrator, once it answers. */
  public RealmAdmin admin() {
    return new RealmAdmin(url(), ADMIN, password);
  }

  @Override
  public void start() {
    if (!Files.isDirectory(home.resolve("lib"))) {
      throw new PartFailure(
          "There is no Keycloak at " + home + ": ./live mvn pre-integration-test unpacks one.");
    }
    realm.ifPresent(this::putIn);
    process.launch(command(), environment());
    process.awaitReady(this::answers, START_LIMIT);
  }

  private void putIn(Path file) {
    Path imports = dataDir().resolve("import");
    try {
      Files.createDirectories(imports);
      Files.copy(file, imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new PartFailure("Keycloak cannot be given " + file, e);
    }
  }

  /** Its own script: it builds the server first, and starts the outcome as a second process. */
  private List<String> command() {
    List<String> command =
        List.of(
            "/bin/sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--cache=local",
            "--http-host=" + Loopback.ADDRESS,
            "--http-port=" + port);
    return Stream.concat(command.stream(), realm.stream().map(file -> "--import-realm")).toList();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    return environment;
  }

  private boolean answers() {
    if (!Loopback.answers(port)) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/realms/master"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
