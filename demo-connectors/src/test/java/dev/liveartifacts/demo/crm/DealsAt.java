package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Acme;
import java.util.Map;

/** The deals that nobody moved by hand. */
public final class DealsAt {
  private DealsAt() {}

  public static Deals of(Acme acme) {
    return Deals.of(acme, Map.of());
  }
}
