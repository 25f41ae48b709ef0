package dev.liveartifacts.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.infra.signin.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An artifact with everything that can belong to one, made by its owner: what the parameters of a
 * route and the words {@code $name} of a body stand for. What somebody deleted is made again.
 */
final class AccessFixture {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)/\\{(\\w+)}");
  private static final Pattern LAST = Pattern.compile("(\\w+)/\\{\\w+}$");
  private static final Pattern WORD = Pattern.compile("\\$(\\w+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOOL = "mcp__acme_crm__list_deals";
  private static final Map<String, Object> RHYTHM =
      Map.of("cron", "0 7 1 1 *", "timeZone", "Europe/London");
  private static final String PAGE =
      """
      <!doctype html><title>For access</title>
      <script type="application/json" id="cowork-artifact-meta">
      {"name": "For access", "mcpTools": ["%s"]}
      </script>
      """
          .formatted(TOOL);

  private final Api owner;
  private final String demoUrl;
  private final Map<String, String> made = new HashMap<>();
  private final Map<String, Supplier<String>> makers = new HashMap<>();

  AccessFixture(Visit visit, String ownerId) {
    owner = visit.as(ownerId);
    demoUrl = visit.system.demoUrl();
    String crm = visit.as(Person.ADA).connector("Acme CRM");
    makers.put("artifacts", this::artifact);
    makers.put("delegations", this::delegation);
    makers.put(
        "shares",
        () -> id("shares", Map.of("kind", "person", "email", "guest@acme.test", "role", "viewer")));
    makers.put("alerts", () -> alert(crm));
    makers.put("schedules", this::schedule);
    makers.put("runs", this::run);
    makers.put("snapshots", this::snapshot);
    makers.put("versions", () -> "1");
    makers.put("drafts", this::draft);
    makers.put("publications", () -> id("publications", copy()));
    makers.put("s", this::link);
    makers.put("connectors", this::connector);
    makers.put("workspace", () -> crm);
    makers.put("sources", () -> crm);
    makers.put("views", () -> crm);
    makers.put("signers", () -> UUID.randomUUID().toString());
    makers.put("people", () -> get("me"));
    makers.put(
        "tokens",
        () ->
            owner
                .post(
                    "/api/tokens",
                    Map.of(
                        "name",
                        "For access",
                        "scopes",
                        List.of("read"),
                        "expiresAt",
                        Instant.now().plus(Duration.ofDays(1)).toString()))
                .get("id")
                .asText());
    makers.put("me", () -> owner.get("/api/me").get("id").asText());
    makers.put("templates", () -> "budget-calculator");
    makers.put("tools", () -> "list_deals");
    makers.put(
        "descriptions",
        () -> owner.post("/api/descriptions", Map.of("text", "A page")).get("id").asText());
    makers.put("sessions", () -> UUID.randomUUID().toString());
    // What nobody has: a ticket that was never given, a file that is not on the shelf.
    List.of("p", "preview", "public", "lib", "shapes", "to")
        .forEach(it -> makers.put(it, () -> "0".repeat(64)));
  }

  void share(Person person, String role) {
    id("shares", Map.of("kind", "person", "email", person.email(), "role", role));
  }

  void unshare(Person person) {
    String shares = "/api/artifacts/" + get("artifacts") + "/shares";
    owner
        .get(shares)
        .get("items")
        .valueStream()
        .filter(share -> share.path("email").asText().equals(person.email()))
        .forEach(share -> owner.delete(shares + "/" + share.get("id").asText()));
  }

  /** The address that a line of the table means here. */
  String address(AccessLine line) {
    String path =
        PARAMETER
            .matcher(line.address())
            .replaceAll(match ->
                Matcher.quoteReplacement(match.group(1) + "/" + get(thing(line, match.group(1)))));
    return words(path);
  }

  String words(String text) {
    return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(get(match.group(1))));
  }

  /**
   * What a deletion has taken away is made anew when it is asked for next; so is what hung on it.
   */
  void gone(AccessLine line) {
    Matcher last = LAST.matcher(line.address());
    if (last.find()) {
      String thing = thing(line, last.group(1));
      made.remove(thing);
      if (thing.equals("artifacts")) {
        made.clear();
      }
    }
  }

  private static String thing(AccessLine line, String collection) {
    if (line.path().contains("@wrong")) {
      return "p";
    }
    return line.path().contains("@workspace") && collection.equals("connectors")
        ? "workspace"
        : collection;
  }

  private String artifact() {
    return owner.saves(PAGE);
  }

  /** What a page reads is known a moment after it has read it. */
  private String schedule() {
    String artifact = "/api/artifacts/" + get("artifacts");
    owner.post(artifact + "/calls", Map.of("name", TOOL, "args", Map.of()));
    return await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .until(() -> id("schedules", RHYTHM), id -> true);
  }

  private String delegation() {
    get("schedules");
    return get("artifacts");
  }

  private String run() {
    String run =
        owner.post("/api/schedules/" + get("schedules") + "/run", Map.of()).get("id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () -> owner.get("/api/schedules/runs/" + run).get("state").asText(),
            state -> !List.of("requested", "running").contains(state));
    return run;
  }

  private String snapshot() {
    get("runs");
    return await()
        .atMost(PATIENCE)
        .until(
            () -> owner.get("/api/artifacts/" + get("artifacts") + "/snapshots"),
            snapshots -> !snapshots.isEmpty())
        .get(0)
        .get("id")
        .asText();
  }

  private String draft() {
    get("snapshots");
    return id("publications/drafts", Map.of("timeZone", "Europe/London"));
  }

  private Map<String, Object> copy() {
    return Map.of("draftId", get("drafts"), "keep", List.of());
  }

  /** The secret of a public link. */
  private String link() {
    String url =
        owner
            .post("/api/artifacts/" + get("artifacts") + "/publications", copy())
            .get("url")
            .asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private String connector() {
    return owner
        .connects("Of the owner " + UUID.randomUUID(), demoUrl + "/crm/mcp", "personal")
        .get("id")
        .asText();
  }

  /** There is none before there is data. */
  private String alert(String connector) {
    get("snapshots");
    Map<String, Object> condition =
        Map.of("connectorId", connector, "measure", Map.of("kind", "connection"));
    return id("alerts", Map.of("condition", condition, "mail", false, "tellWhenOver", false));
  }

  private String id(String collection, Map<String, Object> body) {
    JsonNode created = owner.post("/api/artifacts/" + get("artifacts") + "/" + collection, body);
    return created.get("id").asText();
  }

  String get(String thing) {
    String known = made.get(thing);
    if (known == null) {
      Supplier<String> maker = makers.get(thing);
      if (maker == null) {
        throw new AssertionError("Nothing is known of " + thing);
      }
      known = maker.get();
      made.put(thing, known);
    }
    return known;
  }
}
