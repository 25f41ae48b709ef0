package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.access.Caller;
import dev.liveartifacts.scheduler.problem.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Hears, from artifact-service alone, that an artifact has another owner. Idempotent. */
@Path("/handovers")
@Authenticated
public class HandoverResource {
  private final Caller caller;
  private final OwnSwitch schedules;
  private final Clock clock;

  HandoverResource(Caller caller, OwnSwitch schedules, Clock clock) {
    this.caller = caller;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * Who had it before.
   *
   * @param before what was scheduled later goes on; null: everything pauses
   */
  public record Handover(
      @NotNull UUID artifactId, @NotNull String subject, @Nullable Instant before) {}

  @POST
  @WithTransaction
  @Operation(hidden = true)
  public Uni<Void> handedOver(@Valid @NotNull Handover handover) {
    if (!caller.isService()) {
      throw new Refusal(
          403, "not-for-people", "Not for people", "Only our own services say who owns what.");
    }
    return schedules.handedOver(
        handover.artifactId(), handover.subject(), handover.before(), clock.instant());
  }
}
