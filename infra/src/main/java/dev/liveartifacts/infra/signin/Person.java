package dev.liveartifacts.infra.signin;

import java.util.List;
import java.util.Map;

/** Someone who can sign in without a password, on this machine only. */
public record Person(String id, String name, String email, List<String> groups) {
  public static final Person ADA =
      new Person("ada", "Ada Lovelace", "ada@acme.test", List.of("admins", "finance"));
  public static final Person BEN = new Person("ben", "Ben Okri", "ben@acme.test", List.of("sales"));
  public static final Person CLEO =
      new Person("cleo", "Cleo Marsh", "cleo@acme.test", List.of("finance"));

  public static List<Person> all() {
    return List.of(ADA, BEN, CLEO);
  }

  /** The claims about the person in ID and access tokens. */
  Map<String, Object> claims() {
    return Map.of(
        "sub", id,
        "name", name,
        "preferred_username", id,
        "email", email,
        "email_verified", true,
        "groups", groups);
  }
}
