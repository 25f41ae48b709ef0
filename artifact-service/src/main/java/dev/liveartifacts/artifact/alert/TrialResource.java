package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import dev.liveartifacts.artifact.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Before an alert is made: what can be looked at, and what it would have done so far. */
@Path("/api/artifacts/{id}/alerts")
class TrialResource {
  private static final int MOST_SNAPSHOTS = 20;
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Alerts alerts;
  private final SnapshotStore snapshots;
  private final Readings readings;
  private final Sources sources;

  TrialResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Alerts alerts,
      SnapshotStore snapshots,
      Readings readings,
      Sources sources) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.alerts = alerts;
    this.snapshots = snapshots;
    this.readings = readings;
    this.sources = sources;
  }

  /** The sources of the newest data, with their fields. */
  @GET
  @Path("/sources")
  public Uni<List<Sources.Source>> sources(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> alerts.newest(person, id))
        .flatMap(sources::of);
  }

  /** What the condition would have done with the newest snapshots, newest first. */
  @POST
  @Path("/trial")
  public Uni<List<Trial.Result>> trial(@RestPath UUID id, @NotNull @Valid Condition condition) {
    Person person = current.get();
    Alerts.checked(condition);
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> snapshots.newest(id, MOST_SNAPSHOTS))
        .map(newest -> bounded(newest, condition, person.id()))
        .flatMap(past -> tried(condition, past));
  }

  private Uni<List<Trial.Result>> tried(Condition condition, List<Snapshot> past) {
    Uni<Trial> trial = Uni.createFrom().item(new Trial(condition));
    for (Snapshot snapshot : past) {
      trial =
          trial.flatMap(so ->
              readings
                  .read(condition, snapshot)
                  .invoke(reading -> so.add(snapshot, connector(condition, snapshot), reading))
                  .replaceWith(so));
    }
    return trial.map(Trial::results);
  }

  /** Oldest first, as many of the newest as can be read in a moment. */
  private static List<Snapshot> bounded(List<Snapshot> newest, Condition condition, UUID personId) {
    List<Snapshot> past = new ArrayList<>();
    long bytes = 0;
    for (Snapshot snapshot : newest) {
      Snapshot visible = snapshot.seenBy(personId);
      bytes += bytes(condition, visible);
      if (bytes > MOST_BYTES && !past.isEmpty()) {
        break;
      }
      past.addFirst(visible);
    }
    return past;
  }

  private static long bytes(Condition condition, Snapshot snapshot) {
    return condition.measure() instanceof Measure.Aggregate
        ? snapshot.calls().stream()
            .filter(call -> call.connectorId().equals(condition.connectorId()))
            .mapToLong(SnapshotCall::bytes)
            .max()
            .orElse(0)
        : 0;
  }

  private static String connector(Condition condition, Snapshot snapshot) {
    return snapshot.calls().stream()
        .filter(call -> call.connectorId().equals(condition.connectorId()))
        .map(SnapshotCall::connector)
        .findFirst()
        .orElse("The source");
  }
}
