package dev.liveartifacts.connector.builtin.openapi;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A service, and what its document says about it.
 *
 * @param base the address under which the operations are
 */
record ApiSource(
    URI document, URI base, String title, List<Operation> operations, Instant fetchedAt) {
  @Override
  public String toString() {
    return "ApiSource[" + operations.size() + " operations]";
  }
}
