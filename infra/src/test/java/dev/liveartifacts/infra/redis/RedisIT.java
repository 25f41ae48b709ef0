package dev.liveartifacts.infra.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.infra.process.Loopback;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisIT {
  @TempDir Path directory;
  private Redis server;

  @BeforeEach
  void start() {
    server = new Redis(directory.resolve("data"), Loopback.freePort(), directory.resolve("log"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void each_caller_gets_a_database_of_its_own() throws IOException {
    RedisDatabase one = RedisDatabase.unused(server.port());
    RedisDatabase other = RedisDatabase.unused(server.port());
    RedisConnection.send(server.port(), one.number(), "SET key value");

    other.flush();

    assertThat(RedisConnection.send(server.port(), one.number(), "EXISTS key")).isEqualTo("1");
  }

  @Test
  void an_orderly_restart_keeps_what_was_stored() throws IOException {
    RedisConnection.send(server.port(), 1, "SET key value");

    server.stop();
    server.start();

    assertThat(RedisConnection.send(server.port(), 1, "EXISTS key")).isEqualTo("1");
  }
}
