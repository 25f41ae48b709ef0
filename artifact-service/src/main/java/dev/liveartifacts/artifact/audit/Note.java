package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.person.Person;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a feature adds to the audit log's entry of the request that it answers. Only names and ids
 * that are known here may be added: never text that came with the request. Thread-safe.
 */
public final class Note {
  private static final String KEY = Note.class.getName();

  private volatile Subject subject = Subject.NONE;
  private volatile @Nullable Person person;
  private volatile @Nullable Token token;
  private volatile @Nullable UUID whom;
  private volatile @Nullable String action;
  private volatile @Nullable String outcome;
  private volatile @Nullable String code;

  private Note() {}

  /** The one of this request. */
  public static Note of(RoutingContext context) {
    Note known = context.get(KEY);
    if (known != null) {
      return known;
    }
    Note fresh = new Note();
    context.put(KEY, fresh);
    return fresh;
  }

  public Note about(Subject known) {
    subject = known.or(subject);
    return this;
  }

  /** Who it is, where the request itself does not prove it. */
  public Note by(Person known) {
    person = known;
    return this;
  }

  /**
   * With which token of ours a program came.
   *
   * @param name as its person calls it
   */
  public Note with(UUID tokenId, String name) {
    token = new Token(tokenId, name);
    return this;
  }

  /** To whom something is done. */
  public Note to(UUID personId) {
    whom = personId;
    return this;
  }

  /**
   * What it is called, where the address does not tell.
   *
   * @param word from our own vocabulary
   */
  public Note action(String word) {
    action = word;
    return this;
  }

  /**
   * How it ended, where the status does not tell.
   *
   * @param word from our own vocabulary
   * @param why a code of ours; null if there is none
   */
  public Note outcome(String word, @Nullable String why) {
    outcome = word;
    code = why;
    return this;
  }

  Subject subject() {
    return subject;
  }

  @Nullable Person person() {
    return person;
  }

  @Nullable Token token() {
    return token;
  }

  @Nullable UUID whom() {
    return whom;
  }

  @Nullable String action() {
    return action;
  }

  @Nullable String outcome() {
    return outcome;
  }

  @Nullable String code() {
    return code;
  }
}
