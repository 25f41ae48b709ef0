package dev.liveartifacts.demo.acme;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Acmes at instants between one and four years after the founding, and their futures. */
public final class Moments {
  private static final long SEED = 20_260_301;

  private Moments() {}

  public static Stream<Acme> some(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    Instant first = Acme.startOf(Acme.FOUNDED.plusYears(1));
    long span = Duration.ofDays(3 * 365).toSeconds();
    return Stream.generate(
            () -> new Acme(random.nextInt(5), first.plusSeconds(random.nextLong(span))))
        .limit(count);
  }

  public static Acme later(Acme acme, int days) {
    return new Acme(acme.seed(), acme.now().plus(days, ChronoUnit.DAYS));
  }
}
