package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.person.People;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.contracts.call.CallAnswer;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.CallRequest;
import dev.liveartifacts.contracts.call.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Calls of tools, for artifact-service in the name of a person. Answers are always 200. */
@Path("/calls")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Calls")
public class CallResource {
  private static final String OUTCOME = "Live-Outcome";

  private final Calls calls;
  private final People people;

  public CallResource(Calls calls, People people) {
    this.calls = calls;
    this.people = people;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Call a tool with the person's connection")
  @RequestBody(content = @Content(schema = @Schema(implementation = CallRequest.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CallAnswer.class)))
  public Uni<RestResponse<Buffer>> call(byte[] body, @Context RoutingContext caller) {
    CallBody request = CallBody.read(body);
    return request
        .call()
        .map(call -> Attendance.of(caller, calls.answer(call, people.current().id())))
        .orElseGet(() -> Uni.createFrom().item(noObject(request)))
        .map(CallResource::response);
  }

  public static RestResponse<Buffer> response(Answer answer) {
    RestResponse.ResponseBuilder<Buffer> response =
        RestResponse.ResponseBuilder.ok(answer.json(), MediaType.APPLICATION_JSON_TYPE)
            .header(OUTCOME, answer.kind().name().toLowerCase(Locale.ROOT));
    told(response, "Live-Stored", answer.storedAt());
    told(response, "Live-Shape", answer.shapeHash());
    CallError error = answer.error();
    told(
        response,
        "Live-Error",
        error == null ? null : error.code().name().toLowerCase(Locale.ROOT));
    return response.build();
  }

  /** In a header, so that nobody has to read the result for it. */
  private static void told(
      RestResponse.ResponseBuilder<Buffer> response, String header, @Nullable Object value) {
    if (value != null) {
      response.header(header, value.toString());
    }
  }

  private static Answer noObject(CallBody request) {
    Outcome outcome = Outcome.failed(ErrorCode.BAD_REQUEST, "Tool args must be an object.");
    return new Answer(request.connectorId(), "", request.tool(), null, false, outcome);
  }
}
