package dev.liveartifacts.artifact.access;

import dev.liveartifacts.artifact.person.WorkspaceRole;

/** What can be done in a workspace beside opening what is there, and who may. */
public enum WorkspaceAction {
  /** Find people and groups to share with. */
  SEARCH("Only who belongs to this workspace may search its people and groups."),
  /** Look at sources directly, not through a page that was shared. */
  LOOK("Only who belongs to this workspace may look at its sources. Ask an administrator."),
  MAKE("You may not make artifacts here. Ask an administrator to let one of your groups do so."),
  ADMINISTER("Only an administrator may do this.");

  private final String refusal;

  WorkspaceAction(String refusal) {
    this.refusal = refusal;
  }

  public boolean allowedTo(WorkspaceRole role) {
    return switch (this) {
      case SEARCH, LOOK -> role.member();
      case MAKE -> role.creator();
      case ADMINISTER -> role.administrator();
    };
  }

  String refusal() {
    return refusal;
  }
}
