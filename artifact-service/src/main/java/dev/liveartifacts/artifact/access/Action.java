package dev.liveartifacts.artifact.access;

/** What can be done with an artifact, and the least role that may. */
public enum Action {
  /** See it, open it, make its granted calls with one's own connections, keep one's filters. */
  OPEN(Role.VIEWER, "open this artifact"),
  /** Change title and page, and see who it is shared with. */
  EDIT(Role.EDITOR, "change this artifact"),
  GRANT(Role.OWNER, "approve tools"),
  SHARE(Role.OWNER, "share this artifact"),
  SCHEDULE(Role.OWNER, "schedule this artifact"),
  HAND_OVER(Role.OWNER, "give this artifact to somebody else"),
  DELETE(Role.OWNER, "delete this artifact");

  private final Role least;
  private final String words;

  Action(Role least, String words) {
    this.least = least;
    this.words = words;
  }

  public boolean allowedTo(Role role) {
    return role.compareTo(least) >= 0;
  }

  String words() {
    return words;
  }

  Role least() {
    return least;
  }
}
