package dev.liveartifacts.scheduler.problem;

/** A request that is not done, and why; becomes a {@link Problem}. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String slug;
  private final String title;

  /**
   * @param slug the stable name of the problem
   * @param detail a sentence that a person can act on
   */
  public Refusal(int status, String slug, String title, String detail) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  int status() {
    return status;
  }

  String slug() {
    return slug;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
