package dev.liveartifacts.artifact.embed;

import dev.liveartifacts.artifact.edge.Origin;
import dev.liveartifacts.artifact.problem.Problems;
import java.net.URI;
import java.util.List;

/** Reads the web origins of sites that may frame something of ours. */
public final class Sites {
  private static final int MOST = 20;

  private Sites() {}

  /**
   * In their serialised form, each once. Fails with a problem that names the first that is no https
   * origin; http is one where the web app itself is on one machine, for sites on that machine.
   */
  public static List<String> of(List<String> wished, Origin app) {
    if (wished.size() > MOST) {
      throw Problems.badRequest("Name %d sites at most.".formatted(MOST));
    }
    return wished.stream().map(site -> site(site, app).toString()).distinct().toList();
  }

  private static Origin site(String wished, Origin app) {
    Origin origin;
    try {
      origin = Origin.of(URI.create(wished.strip()));
    } catch (IllegalArgumentException none) {
      throw notOne(wished);
    }
    boolean onOneMachine = !app.secure() && origin.loopback();
    if (!origin.secure() && !onOneMachine) {
      throw notOne(wished);
    }
    return origin;
  }

  private static RuntimeException notOne(String wished) {
    return Problems.badRequest(
        "“%s” is not the address of a site. Write it like https://www.example.com, without a path."
            .formatted(wished.strip()));
  }
}
