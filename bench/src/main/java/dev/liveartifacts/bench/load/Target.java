package dev.liveartifacts.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/**
 * What is asked for, again and again, on loopback.
 *
 * @param name as it stands in the table
 * @param paths used in turn
 * @param headers one set for each worker, used in turn: a session is not shared by workers
 * @param bodies used in turn; one that is empty for requests without any
 * @param proof a response header, and the value that says that the answer is the right one
 * @param leastBytes of a right answer
 */
public record Target(
    String name,
    int port,
    String host,
    HttpMethod method,
    List<String> paths,
    List<Map<String, String>> headers,
    List<Buffer> bodies,
    Map.Entry<String, String> proof,
    int leastBytes) {
  Map<String, String> headersOf(int worker) {
    return headers.get(worker % headers.size());
  }
}
