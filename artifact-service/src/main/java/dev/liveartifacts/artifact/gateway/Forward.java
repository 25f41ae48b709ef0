package dev.liveartifacts.artifact.gateway;

import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.upstream.Service;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request to the gateway goes. Whatever is not a plain path below one of the two names goes
 * nowhere.
 */
record Forward(Service service, String path) {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Pattern CONNECTORS =
      Pattern.compile("/api/connectors(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*");
  private static final Pattern SIGNING_IN =
      Pattern.compile(
          "(?:GET|HEAD) /api/connectors(?:/[^/]+(?:/signin(?:/callback)?)?)?"
              + "|GET /api/connectors/signin/callback"
              + "|(?:PUT|DELETE) /api/connectors/[^/]+/connection");
  private static final Pattern SCHEDULES =
      Pattern.compile("/api/schedules(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*");

  /**
   * What a request takes in the workspace. Signing in to a source that a shared page reads is for
   * guests, too, and so are their own schedules.
   */
  Optional<WorkspaceAction> takes(String method) {
    return service == Service.SCHEDULER || SIGNING_IN.matcher(method + " " + path).matches()
        ? Optional.empty()
        : Optional.of(WorkspaceAction.LOOK);
  }

  /** Empty if nothing may be forwarded. Schedules are made through their artifact alone. */
  static Optional<Forward> of(String method, String path) {
    boolean makesSchedule = method.equals("POST") && path.equals("/api/schedules");
    if (!METHODS.contains(method) || makesSchedule) {
      return Optional.empty();
    }
    if (CONNECTORS.matcher(path).matches()) {
      return Optional.of(new Forward(Service.CONNECTOR, path));
    }
    return SCHEDULES.matcher(path).matches()
        ? Optional.of(new Forward(Service.SCHEDULER, path))
        : Optional.empty();
  }
}
