package dev.liveartifacts.demo.fault;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Tells how often the servers were asked. */
@Path("/counts")
class CountResource {
  private final CallCounts counts;

  CountResource(CallCounts counts) {
    this.counts = counts;
  }

  @GET
  public Map<String, Map<String, Integer>> list() {
    return counts.all();
  }

  @DELETE
  public void reset() {
    counts.reset();
  }
}
