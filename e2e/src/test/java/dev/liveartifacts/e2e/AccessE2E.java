package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.infra.signin.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route of the three services, tried by everybody: row 11 and row 12 of what must hold. The
 * routes are those of the OpenAPI documents; what shall become of each is in {@code access.txt}.
 */
@ExtendWith(RunningSystem.class)
class AccessE2E {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Set<Who> HAVE_IT = EnumSet.complementOf(EnumSet.of(Who.REVOKED));
  private static final String OWNER = "owner-of-all";

  private final Visit visit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final List<AccessLine> table;
  private final Map<Who, String> tokens = new EnumMap<>(Who.class);

  AccessE2E(Visit visit) {
    this.visit = visit;
    this.table = AccessLine.read(resource("/access.txt"));
    tokens.put(Who.STRANGER, visit.system.accessToken("stranger"));
    tokens.put(Who.REVOKED, visit.system.accessToken(Person.BEN.id()));
    tokens.put(Who.ADMINISTRATOR, visit.system.accessToken(Person.ADA.id()));
    tokens.put(Who.VIEWER, visit.system.accessToken(Person.BEN.id()));
    tokens.put(Who.EDITOR, visit.system.accessToken(Person.CLEO.id()));
    tokens.put(Who.OWNER, visit.system.accessToken(OWNER));
  }

  @Test
  void no_route_is_missing_in_the_table_and_none_is_there_in_vain() {
    services()
        .forEach((service, origin) ->
            assertThat(known(service)).as("The routes of %s", service).isEqualTo(routes(origin)));
  }

  private Set<String> known(String service) {
    return table.stream()
        .filter(line -> line.service().equals(service))
        .map(AccessLine::route)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void row_11_everybody_gets_what_the_table_says_and_nothing_else() {
    Map<AccessLine, Map<Who, String>> outcomes = new LinkedHashMap<>();
    table.forEach(line -> outcomes.put(line, new EnumMap<>(Who.class)));
    AccessFixture fixture = new AccessFixture(visit, OWNER);
    fixture.share(Person.BEN, "viewer");
    fixture.share(Person.CLEO, "editor");
    table.forEach(line -> HAVE_IT.forEach(who -> put(outcomes, line, who, fixture)));
    AccessFixture revoked = new AccessFixture(visit, OWNER);
    revoked.share(Person.BEN, "viewer");
    revoked.unshare(Person.BEN);
    table.forEach(line -> put(outcomes, line, Who.REVOKED, revoked));
    visit.signsInAnew(Person.ADA, Person.BEN, Person.CLEO);

    write(outcomes);
    List<String> wrong = new ArrayList<>();
    outcomes.forEach((line, found) -> {
      if (!found.equals(line.expected())) {
        wrong.add("is       " + line.with(found) + "\n  shall be " + line.with(line.expected()));
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void row_11_what_belongs_to_one_artifact_is_not_reached_through_another() {
    AccessFixture theirs = new AccessFixture(visit, OWNER);
    AccessFixture mine = new AccessFixture(visit, "owner-of-another");
    String token = visit.system.accessToken("owner-of-another");
    List<AccessLine> nested =
        table.stream()
            .filter(line ->
                line.path().matches("/api/artifacts/\\{id}/(?!versions|sources)\\w+/\\{\\w+}.*"))
            .toList();

    assertThat(nested).isNotEmpty();
    for (AccessLine line : nested) {
      String address = theirs.address(line).replace(theirs.get("artifacts"), mine.get("artifacts"));
      assertThat(send(line, address, token, theirs)).as(line.name()).isEqualTo("404");
    }
  }

  private void put(
      Map<AccessLine, Map<Who, String>> outcomes, AccessLine line, Who who, AccessFixture of) {
    String outcome = send(line, of.address(line), tokens.get(who), of);
    Objects.requireNonNull(outcomes.get(line)).put(who, outcome);
    if (line.method().equals("DELETE") && outcome.equals("in")) {
      of.gone(line);
    }
  }

  private String send(
      AccessLine line, String address, @Nullable String token, AccessFixture fixture) {
    String body = line.body() == null ? null : fixture.words(line.body());
    String origin =
        Objects.requireNonNull(services().get(line.service().split(" ")[0]), line.service());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + address))
            .timeout(Duration.ofSeconds(30))
            .method(
                line.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream answer = response.body()) {
        return streams(response) && !speaks(answer) ? "404" : outcome(response.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(line.name(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean streams(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("text/event-stream"))
        .isPresent();
  }

  /** The head of an event stream comes before it is known who may listen; a word tells. */
  private static boolean speaks(InputStream events) {
    try {
      return events.read() >= 0;
    } catch (IOException endedInTheMiddle) {
      return false;
    }
  }

  /** Whoever is told that the request itself is wrong has been let in; an error is nobody's. */
  private static String outcome(int status) {
    return switch (status) {
      case 401, 403, 404, 405 -> String.valueOf(status);
      default -> status < 500 ? "in" : String.valueOf(status);
    };
  }

  private Map<String, String> services() {
    return Map.of(
        "artifact-service", visit.system.appUrl(),
        "connector-service", visit.system.connectorServiceUrl(),
        "scheduler-service", visit.system.schedulerServiceUrl());
  }

  private Set<String> routes(String origin) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(origin + "/q/openapi?format=json")).build();
      JsonNode document = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
      Set<String> routes = new TreeSet<>();
      document
          .get("paths")
          .properties()
          .forEach(path ->
              path.getValue()
                  .propertyStream()
                  .map(Map.Entry::getKey)
                  .filter(METHODS::contains)
                  .forEach(
                      method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Map<AccessLine, Map<Who, String>> outcomes) {
    StringBuilder text = new StringBuilder();
    outcomes.forEach((line, found) -> text.append(line.with(found)).append('\n'));
    SortedMap<String, Long> counts =
        outcomes.values().stream()
            .flatMap(found -> found.values().stream())
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    String sum =
        "%d routes, %d people each: %s%n".formatted(outcomes.size(), Who.values().length, counts);
    System.out.print(sum);
    text.append(sum);
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "access-matrix.txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = AccessE2E.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
