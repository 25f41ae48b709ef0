package dev.liveartifacts.demo.acme;

import java.util.List;

/** Who works at Acme, as far as its systems name people. */
public enum Colleague {
  ADA("Ada Lovelace"),
  BEN("Ben Okri"),
  CLEO("Cleo Marsh"),
  DANA("Dana Petrov"),
  EMIL("Emil Sørensen"),
  FAY("Fay Nakamura");

  /** Those who sell. */
  public static final List<Colleague> SALES = List.of(BEN, DANA, EMIL, FAY);

  public static final List<Colleague> ALL = List.of(values());

  private final String fullName;

  Colleague(String fullName) {
    this.fullName = fullName;
  }

  public String fullName() {
    return fullName;
  }
}
