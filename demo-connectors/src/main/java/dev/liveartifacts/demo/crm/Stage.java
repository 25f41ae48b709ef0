package dev.liveartifacts.demo.crm;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a deal has come. */
public enum Stage {
  DISCOVERY(10),
  QUALIFIED(25),
  PROPOSAL(50),
  NEGOTIATION(75),
  WON(100),
  LOST(0);

  private final int probability;

  Stage(int probability) {
    this.probability = probability;
  }

  /** Of being won, in percent. */
  public int probability() {
    return probability;
  }

  public boolean isOpen() {
    return this != WON && this != LOST;
  }

  /** The next open stage; the last one stays where it is. */
  Stage next() {
    return this == NEGOTIATION || !isOpen() ? this : values()[ordinal() + 1];
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
