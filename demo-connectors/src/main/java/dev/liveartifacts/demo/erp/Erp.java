package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Present;
import dev.liveartifacts.demo.acme.Remembered;
import dev.liveartifacts.demo.crm.Crm;
import dev.liveartifacts.demo.crm.Deals;
import jakarta.enterprise.context.ApplicationScoped;

/** The ERP as it stands now. */
@ApplicationScoped
class Erp {
  private final Present present;
  private final Crm crm;
  private final Remembered<View, Books> books =
      new Remembered<>(view -> Books.of(view.acme(), view.deals()));
  private final Remembered<Books, Ledger> ledger = new Remembered<>(Ledger::of);

  Erp(Present present, Crm crm) {
    this.present = present;
    this.crm = crm;
  }

  Books books() {
    Acme acme = present.acme();
    return books.at(new View(acme, crm.dealsAt(acme)));
  }

  Ledger ledger() {
    return ledger.at(books());
  }

  private record View(Acme acme, Deals deals) {}
}
