package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Present;
import dev.liveartifacts.demo.acme.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The CRM as it stands now, with the moves that people made; they live as long as the process. */
@ApplicationScoped
public class Crm {
  private final Present present;
  private final Map<Integer, StageMove> moves = new ConcurrentHashMap<>();
  private final Remembered<View, Deals> deals =
      new Remembered<>(view -> Deals.of(view.acme(), view.moves()));

  Crm(Present present) {
    this.present = present;
  }

  public Deals deals() {
    return dealsAt(present.acme());
  }

  public Deals dealsAt(Acme acme) {
    return deals.at(new View(acme, Map.copyOf(moves)));
  }

  /** Sets the stage of an open deal from now on. */
  Deal move(Deal deal, Stage stage) {
    Acme acme = present.acme();
    moves.put(deal.number(), new StageMove(stage, acme.now()));
    return dealsAt(acme).find(deal.id()).orElseThrow();
  }

  private record View(Acme acme, Map<Integer, StageMove> moves) {}
}
