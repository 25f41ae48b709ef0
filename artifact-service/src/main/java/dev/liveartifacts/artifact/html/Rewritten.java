package dev.liveartifacts.artifact.html;

import java.util.List;

/**
 * A page ready for the sandbox, but for what is injected between {@code doctype} and {@code rest}.
 */
public record Rewritten(
    String doctype, String rest, List<Served> libraries, List<LeftOut> leftOut) {
  public Rewritten {
    libraries = List.copyOf(libraries);
    leftOut = List.copyOf(leftOut);
  }

  /** What comes before {@code rest}. */
  public String beginning(String injected) {
    return doctype + injected;
  }
}
