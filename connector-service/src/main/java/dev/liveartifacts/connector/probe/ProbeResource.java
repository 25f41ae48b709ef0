package dev.liveartifacts.connector.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveartifacts.connector.call.Answer;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.connector.call.CallBody;
import dev.liveartifacts.connector.call.Calls;
import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Registry;
import dev.liveartifacts.connector.shape.Shapes;
import dev.liveartifacts.connector.tool.Permissions;
import dev.liveartifacts.connector.tool.PermittedTool;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Calls a tool once, to see what it gives before anyone builds on it. */
@Path("/api/connectors/{id}/probe")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class ProbeResource {
  private final Registry registry;
  private final Permissions permissions;
  private final Calls calls;
  private final Shapes shapes;
  private final People people;

  public ProbeResource(
      Registry registry, Permissions permissions, Calls calls, Shapes shapes, People people) {
    this.registry = registry;
    this.permissions = permissions;
    this.calls = calls;
    this.shapes = shapes;
    this.people = people;
  }

  /** What to try. */
  public record Probe(String tool, Map<String, Object> arguments) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Call a tool that only reads, past the cache")
  @RequestBody(content = @Content(schema = @Schema(implementation = Probe.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProbeAnswer.class)))
  public Uni<RestResponse<ProbeAnswer>> probe(@RestPath UUID id, byte[] body) {
    Person person = people.current();
    Call call =
        CallBody.probe(id, body)
            .call()
            .orElseThrow(() -> ProblemException.invalid("Tool args must be an object."));
    return registry
        .get(id, person)
        .chain(reach -> permissions.find(reach, call.tool()))
        .invoke(ProbeResource::requireReadOnly)
        .chain(known ->
            calls
                .answerUnattended(call, person.id())
                .chain(answer -> profiled(answer).map(seen -> response(seen, answer, known))));
  }

  private Uni<ProbeAnswer> profiled(Answer answer) {
    return shapes
        .profile(answer.result())
        .map(profile ->
            new ProbeAnswer(
                answer.contract(), profile.rows(), profile.fields(), answer.shapeHash()));
  }

  /** With what the audit log is to say; of a tool only what the connector itself calls it. */
  private static RestResponse<ProbeAnswer> response(
      ProbeAnswer seen, Answer answer, Optional<PermittedTool> known) {
    RestResponse.ResponseBuilder<ProbeAnswer> response =
        RestResponse.ResponseBuilder.ok(seen)
            .header("Live-Outcome", answer.kind().name().toLowerCase(Locale.ROOT));
    known.ifPresent(tool -> response.header("Live-Tool", URLEncoder.encode(answer.tool(), UTF_8)));
    return response.build();
  }

  private static void requireReadOnly(Optional<PermittedTool> tool) {
    if (tool.isPresent() && !tool.get().permission().readOnly()) {
      throw ProblemException.conflict(
          "This tool writes. Trying it out would change something, so only reading tools are probed.");
    }
  }
}
