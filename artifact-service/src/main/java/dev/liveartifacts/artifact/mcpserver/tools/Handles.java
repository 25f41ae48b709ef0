package dev.liveartifacts.artifact.mcpserver.tools;

import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;

/** From what a client calls an artifact to the artifact: its handle, or its id. */
@Singleton
class Handles {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final HandleStore store;

  Handles(HandleStore store) {
    this.store = store;
  }

  static boolean valid(String handle) {
    return handle.length() <= 100
        && HANDLE.matcher(handle).matches()
        && !ID.matcher(handle).matches();
  }

  /** The id of an artifact; whether the person may see it is the doorkeeper's to say. */
  Uni<UUID> artifact(Person person, String name) {
    return ID.matcher(name).matches()
        ? Uni.createFrom().item(UUID.fromString(name))
        : store.find(person.id(), name).map(found -> found.orElseThrow(() -> unknown(name)));
  }

  private static ProblemException unknown(String name) {
    return new ProblemException(
        Problem.of(
            404,
            "not-found",
            "Not found",
            "You have no artifact '" + name + "'. list_artifacts says which ones there are."));
  }
}
