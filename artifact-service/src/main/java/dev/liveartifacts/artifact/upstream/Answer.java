package dev.liveartifacts.artifact.upstream;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered.
 *
 * @param outcome {@code Live-Outcome}, which tells how a call went without reading the body
 * @param news what else its headers say about a call
 */
public record Answer(int status, @Nullable String outcome, News news, Buffer body) {
  public boolean good() {
    return status >= 200 && status < 300;
  }
}
