package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.connector.call.CallBody;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody who opened an artifact asks of a source that its owner shows.
 *
 * @param viewer in whose turn it is asked
 * @param call as the page made it; of its arguments nothing is passed on
 */
record ViewRequest(UUID delegationId, UUID artifactId, Person viewer, Call call) {

  /** Empty if the arguments are no object. */
  static Optional<ViewRequest> read(byte[] body) {
    JsonNode tree = DelegationRequest.tree(body);
    UUID delegation = id(tree.path("delegationId"));
    UUID artifact = id(tree.path("artifactId"));
    JsonNode viewer = tree.path("viewer");
    Person person =
        Person.of(viewer.path("issuer").asText(""), viewer.path("subject").asText(""), false);
    return CallBody.read(body)
        .call()
        .map(call -> new ViewRequest(delegation, artifact, person, call));
  }

  ObjectNode arguments() {
    return call.arguments();
  }

  private static UUID id(JsonNode text) {
    try {
      return UUID.fromString(text.asText(""));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("A call of a viewer names its artifact and its delegation.");
    }
  }
}
