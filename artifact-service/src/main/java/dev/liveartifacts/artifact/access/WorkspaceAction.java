package dev.liveartifacts.artifact.access;

import dev.liveartifacts.artifact.person.WorkspaceRole;

/** What can be done in a workspace beside opening what is there, and who may. */
public enum WorkspaceAction {
  /** Find people and groups to share with. */
  SEARCH("Only who belongs to this workspace may search its people and groups."),
  /** Make artifacts, and look at sources directly to do so. */
  MAKE("You may not make artifacts here. Ask an administrator to let one of your groups do so."),
  ADMINISTER("Only an administrator may do this.");

  private final String refusal;

  WorkspaceAction(String refusal) {
    this.refusal = refusal;
  }

  public boolean allowedTo(WorkspaceRole role) {
    return switch (this) {
      case SEARCH -> role.member();
      case MAKE -> role.creator();
      case ADMINISTER -> role.administrator();
    };
  }

  String refusal() {
    return refusal;
  }
}
