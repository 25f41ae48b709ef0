package dev.liveartifacts.bench.subject;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Galleries and shares as programs of their people read and change them. */
public final class Sharing {
  private final Http http;
  private final String origin;

  /**
   * @param origin of artifact-service
   */
  public Sharing(Http http, String origin) {
    this.http = http;
    this.origin = origin;
  }

  /** Whom a token speaks for. */
  public UUID person(Map<String, String> bearer) {
    JsonObject me = new JsonObject(http.get(origin + "/api/me", bearer));
    return UUID.fromString(me.getString("id"));
  }

  /** Reads a gallery page by page, and returns the ids of its cards in their order. */
  public List<String> cards(String path, Map<String, String> bearer, int atMost) {
    List<String> cards = new ArrayList<>();
    JsonArray page;
    do {
      String after = cards.isEmpty() ? "" : "&after=" + cards.getLast();
      page = new JsonArray(http.get(origin + path + after, bearer));
      page.forEach(card -> cards.add(((JsonObject) card).getString("id")));
    } while (!page.isEmpty() && cards.size() < atMost);
    return cards;
  }

  /** After which shares the pages of an artifact's list begin, but for the first. */
  public List<String> seams(String path, Map<String, String> bearer) {
    List<String> seams = new ArrayList<>();
    String next = "";
    while (next != null) {
      String after = next.isEmpty() ? "" : "&after=" + next;
      next = new JsonObject(http.get(origin + path + after, bearer)).getString("next");
      if (next != null) {
        seams.add(next);
      }
    }
    return seams;
  }

  /** Shares, and returns the share's id. */
  public String share(String artifact, JsonObject share, Map<String, String> bearer) {
    String made = http.send("POST", shares(artifact), bearer, share).body();
    return new JsonObject(made).getString("id");
  }

  public void takeBack(String artifact, String share, Map<String, String> bearer) {
    http.send("DELETE", shares(artifact) + "/" + share, bearer, new JsonObject());
  }

  private String shares(String artifact) {
    return origin + "/api/artifacts/" + artifact + "/shares";
  }
}
