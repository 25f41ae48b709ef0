package dev.liveartifacts.artifact.publication;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;

/** Passwords of public links, kept as bcrypt. Slow on purpose: not for an event loop. */
public final class Passwords {
  private static final int COST = 11;
  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private Passwords() {}

  static String kept(String password) {
    return BCrypt.with(whole()).hashToString(COST, password.toCharArray());
  }

  public static boolean matches(String password, String kept) {
    return BCrypt.verifyer(VERSION, whole()).verify(password.toCharArray(), kept).verified;
  }

  /** bcrypt itself looks at 72 bytes alone. */
  private static LongPasswordStrategy whole() {
    return LongPasswordStrategies.hashSha512(VERSION);
  }
}
