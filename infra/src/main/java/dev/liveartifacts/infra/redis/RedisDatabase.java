package dev.liveartifacts.infra.redis;

import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.PartFailure;
import java.io.IOException;

/** One numbered database of a running Redis. */
public record RedisDatabase(int port, int number) {
  private static final String NEXT = "INCR live:next-database";

  /** One that nobody else was given; number 0 is for the count alone. */
  public static RedisDatabase unused(int port) {
    try {
      int count = Integer.parseInt(RedisConnection.send(port, 0, NEXT));
      return new RedisDatabase(port, 1 + count % (Redis.DATABASES - 1));
    } catch (IOException e) {
      throw new PartFailure("Redis gave no database: " + e.getMessage(), e);
    }
  }

  public String url() {
    return "redis://" + Loopback.ADDRESS + ":" + port + "/" + number;
  }

  /** Forgets everything in this database. */
  public void flush() {
    try {
      RedisConnection.send(port, number, "FLUSHDB");
    } catch (IOException e) {
      throw new PartFailure("Redis did not flush " + url() + ": " + e.getMessage(), e);
    }
  }
}
