package dev.liveartifacts.connector.authorization;

import java.util.regex.Pattern;

/** A server's own words, short and in plain characters, without what looks like a secret. */
public final class Quote {
  private static final int LONGEST = 160;

  /** Tokens, codes and keys are long and have no blanks. */
  private static final Pattern SECRET = Pattern.compile("\\S{25,}");

  private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}\\p{P}\\p{Sc} ]+");

  private Quote() {}

  public static String of(String words) {
    String bounded = words.substring(0, Math.min(words.length(), 2000));
    String plain = SECRET.matcher(ODD.matcher(bounded).replaceAll(" ")).replaceAll("…").trim();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
