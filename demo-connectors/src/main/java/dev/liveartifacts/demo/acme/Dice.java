package dev.liveartifacts.demo.acme;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats: the same seed and keys give the same throws in the same order. One instance
 * serves one thing; it is not for several threads.
 */
public final class Dice {
  private final SplittableRandom random;

  private Dice(long state) {
    this.random = new SplittableRandom(state);
  }

  public static Dice of(long seed, String kind, long... keys) {
    long state = mix(seed ^ kind.hashCode());
    for (long key : keys) {
      state = mix(state ^ key);
    }
    return new Dice(state);
  }

  /** Both ends included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public double fraction() {
    return random.nextDouble();
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
