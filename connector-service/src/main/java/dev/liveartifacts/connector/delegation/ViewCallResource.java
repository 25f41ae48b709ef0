package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.call.Answer;
import dev.liveartifacts.connector.call.CallBody;
import dev.liveartifacts.connector.call.CallResource;
import dev.liveartifacts.connector.call.Calls;
import dev.liveartifacts.connector.call.Outcome;
import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Calls of those who open an artifact to a source that its owner shows, for artifact-service alone:
 * it knows who may open it. Which calls they may make is decided here, where the tokens are.
 */
@Path("/delegated-calls")
@RolesAllowed(Roles.SERVICE)
public class ViewCallResource {
  private final ViewStore store;
  private final Calls calls;
  private final Clock clock;

  public ViewCallResource(ViewStore store, Calls calls, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.clock = clock;
  }

  /** Answers as for a person's own calls. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> call(byte[] body) {
    return ViewRequest.read(body)
        .map(this::answer)
        .orElseGet(() -> Uni.createFrom().item(noObject(CallBody.read(body))))
        .map(CallResource::response);
  }

  private Uni<Answer> answer(ViewRequest asked) {
    return store
        .find(asked.delegationId())
        .map(found -> ViewPolicy.of(asked, found, clock.instant()))
        .chain(policy ->
            switch (policy) {
              case ViewPolicy.Make(var ownerId, var call) ->
                  calls.answerFor(asked.viewer().id(), call, ownerId).map(ViewWords::of);
              case ViewPolicy.Refuse(var error) -> Uni.createFrom().item(refused(asked, error));
            });
  }

  private static Answer refused(ViewRequest asked, CallError error) {
    return new Answer(
        asked.call().connectorId(),
        "",
        asked.call().tool(),
        null,
        false,
        new Outcome.Failed(error, 0, null));
  }

  private static Answer noObject(CallBody request) {
    Outcome outcome = Outcome.failed(ErrorCode.BAD_REQUEST, "Tool args must be an object.");
    return new Answer(request.connectorId(), "", request.tool(), null, false, outcome);
  }
}
