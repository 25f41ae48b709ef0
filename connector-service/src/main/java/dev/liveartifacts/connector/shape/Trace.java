package dev.liveartifacts.connector.shape;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two fields hold much the same values, without holding one: what they look
 * like, their order of magnitude, and eight bits of each of 32 minimal hashes (one-permutation,
 * b-bit minwise hashing; Li and König 2010).
 *
 * @param form what the values look like; empty if nothing
 * @param low the smallest order of magnitude, in bits: of a number, or of a text's length
 * @param high the largest
 * @param sketch Base64 of a mask of four bytes and 32 bytes
 */
record Trace(String form, int low, int high, String sketch) {
  private static final int SLOTS = 32;
  private static final int ENOUGH = 6;

  /**
   * The share of values that two fields have in common, from 0 to 1, as far as that can be told; -1
   * if there are too few different values.
   */
  double likeness(Trace other) {
    byte[] mine = Base64.getUrlDecoder().decode(sketch);
    byte[] theirs = Base64.getUrlDecoder().decode(other.sketch);
    int both = 0;
    int equal = 0;
    int either = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      boolean here = isFilled(mine, slot);
      boolean there = isFilled(theirs, slot);
      either += here || there ? 1 : 0;
      if (here && there) {
        both++;
        equal += mine[4 + slot] == theirs[4 + slot] ? 1 : 0;
      }
    }
    return either < ENOUGH ? -1 : both == 0 ? 0 : (double) equal / either;
  }

  /** True if the values cannot be the same: they look different, or are far from each other. */
  boolean contradicts(Trace other) {
    boolean otherForm = !form.isEmpty() && !other.form.isEmpty() && !form.equals(other.form);
    boolean apart = low > other.high + 3 || other.low > high + 3;
    return otherForm || apart;
  }

  private static boolean isFilled(byte[] sketch, int slot) {
    return (sketch[slot / 8] & (1 << (slot % 8))) != 0;
  }

  /** Gathers values. Not thread-safe. */
  static final class Maker {
    private final long[] least = new long[SLOTS];
    private int filled;
    private int low = Integer.MAX_VALUE;
    private int high = Integer.MIN_VALUE;

    Maker() {
      Arrays.fill(least, Long.MAX_VALUE);
    }

    void text(String text) {
      magnitude(32 - Integer.numberOfLeadingZeros(text.length()));
      add(text.hashCode() * 0x9e3779b97f4a7c15L + text.length());
    }

    void number(double number) {
      magnitude(number == 0 ? 0 : Math.getExponent(number));
      add(Double.doubleToLongBits(number));
    }

    private void magnitude(int bits) {
      low = Math.min(low, bits);
      high = Math.max(high, bits);
    }

    private void add(long value) {
      long hash = mixed(value);
      int slot = (int) (hash & (SLOTS - 1));
      long rank = hash >>> 5;
      filled |= 1 << slot;
      least[slot] = Math.min(least[slot], rank);
    }

    void absorb(Maker other) {
      filled |= other.filled;
      low = Math.min(low, other.low);
      high = Math.max(high, other.high);
      for (int slot = 0; slot < SLOTS; slot++) {
        least[slot] = Math.min(least[slot], other.least[slot]);
      }
    }

    Trace made(@Nullable Looks looks) {
      byte[] bytes = new byte[4 + SLOTS];
      for (int slot = 0; slot < SLOTS; slot++) {
        if ((filled & (1 << slot)) != 0) {
          bytes[slot / 8] |= (byte) (1 << (slot % 8));
          bytes[4 + slot] = (byte) least[slot];
        }
      }
      return new Trace(
          looks == null ? "" : looks.name().toLowerCase(Locale.ROOT),
          filled == 0 ? 0 : low,
          filled == 0 ? 0 : high,
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The finaliser of MurmurHash3. */
    private static long mixed(long value) {
      long hash = value;
      hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
      hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return hash ^ (hash >>> 33);
    }
  }
}
