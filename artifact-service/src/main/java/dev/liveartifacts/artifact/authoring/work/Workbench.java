package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import dev.liveartifacts.artifact.authoring.claude.Turn;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.authoring.page.Complaints;
import dev.liveartifacts.artifact.authoring.page.Draft;
import dev.liveartifacts.artifact.authoring.page.PageCheck;
import dev.liveartifacts.artifact.authoring.page.Stylesheet;
import dev.liveartifacts.artifact.authoring.page.Trial;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the page lies while it is made: each new text is checked, shown, tried out and judged. */
final class Workbench {
  private static final String NOT_TRIED =
      "It was not tried out: no browser showed it. Look at it before you save it.";

  private final AuthoringConfig config;
  private final UUID id;
  private final Brief brief;
  private final AskedTools tools;
  private final Pass pass;
  private final DescriptionStore store;
  private final Journal journal;
  private final Teller teller;
  private final Mailbox mailbox;
  private final Stylesheet stylesheet;
  private final Complaints known;
  private Optional<Draft> draft;
  private Outcome.@Nullable Done page;
  private int mends;

  Workbench(
      AuthoringConfig config,
      Brief brief,
      Stylesheet stylesheet,
      AskedTools tools,
      Pass pass,
      DescriptionStore store,
      Journal journal,
      Teller teller,
      Mailbox mailbox) {
    this.config = config;
    this.id = brief.id();
    this.brief = brief;
    this.tools = tools;
    this.pass = pass;
    this.store = store;
    this.journal = journal;
    this.teller = teller;
    this.mailbox = mailbox;
    this.stylesheet = stylesheet;
    this.draft = brief.change().map(Brief.Change::page);
    // what a page that was brought along has been living with is not Claude's to mend
    this.known = draft.map(Draft::html).map(PageCheck::of).orElse(Complaints.NONE);
  }

  /** The last page that could be saved. */
  Outcome.@Nullable Done page() {
    return page;
  }

  Uni<Step> page(Turn.Use use) {
    try {
      return judged(drafted(use));
    } catch (Draft.ChangeException misfit) {
      return Uni.createFrom().item(mend("That did not work:", misfit.words()));
    }
  }

  private Draft drafted(Turn.Use use) throws Draft.ChangeException {
    ObjectNode input = use.input();
    return use.name().equals("change_page") && draft.isPresent()
        ? draft.get().changed(input)
        : Draft.written(input);
  }

  private Uni<Step> judged(Draft fresh) {
    Complaints complaints = PageCheck.of(fresh.html()).beyond(known);
    if (!complaints.usable()) {
      return Uni.createFrom().item(mend("This is no page yet:", list(complaints)));
    }
    draft = Optional.of(fresh);
    Draft whole = stylesheet.in(fresh);
    return tools
        .of(whole, brief, pass)
        .call(asked -> store.keep(id, whole, Teller.json(asked)))
        .flatMap(asked -> tried(whole, asked, complaints.and(AskedTools.complaints(asked))));
  }

  private Uni<Step> tried(Draft fresh, List<AskedTool> asked, Complaints seen) {
    int round = teller.shows(fresh, asked);
    journal.step("verify", "Trying the page in your browser");
    return mailbox
        .trial(round)
        .map(Optional::of)
        .ifNoItem()
        .after(config.trial())
        .fail()
        .onFailure(TimeoutException.class)
        .recoverWithItem(Optional.<Trial>empty())
        .map(trial -> after(fresh, asked, seen, trial));
  }

  private Step after(Draft fresh, List<AskedTool> asked, Complaints seen, Optional<Trial> trial) {
    Complaints all = trial.map(Trial::complaints).map(seen::and).orElse(seen);
    Outcome.Done done = new Outcome.Done(fresh, asked, all.all());
    page = trial.isPresent() ? done : done.with(NOT_TRIED);
    if (all.none() || mends == config.mends()) {
      return new Step(Used.data("The page is good.", ""), page);
    }
    return mend("The page was tried out. Mend what is wrong:", list(all));
  }

  private Step mend(String said, String data) {
    if (mends == config.mends()) {
      return new Step(
          Used.failure(said, data),
          page != null
              ? page
              : new Outcome.Failed("Claude has not written a whole page. Ask for less at once."));
    }
    mends++;
    journal.step("mend", "Mending what is wrong with the page");
    return new Step(Used.failure(said, data), null);
  }

  private static String list(Complaints complaints) {
    return "- " + String.join("\n- ", complaints.all());
  }

  /**
   * @param outcome not null if this was the end
   */
  record Step(Used used, @Nullable Outcome outcome) {}
}
