package dev.liveartifacts.demo.fault;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Switches faults on and off. */
@Path("/faults")
class FaultResource {
  private final Faults faults;

  FaultResource(Faults faults) {
    this.faults = faults;
  }

  @GET
  public Map<String, Fault> list() {
    return faults.all();
  }

  @PUT
  @Path("/{server}")
  public Fault set(String server, FaultRequest request) {
    Fault fault = request.fault();
    faults.set(named(server), fault);
    return fault;
  }

  @DELETE
  @Path("/{server}")
  public void clear(String server) {
    faults.clear(named(server));
  }

  @DELETE
  public void clear() {
    faults.clear();
  }

  private static Server named(String word) {
    return Server.named(word)
        .orElseThrow(() -> new NotFoundException("There is no server \"" + word + "\"."));
  }
}
