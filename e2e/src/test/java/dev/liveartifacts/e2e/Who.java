package dev.liveartifacts.e2e;

/** What somebody is to an artifact, in the order in which they try their luck. */
enum Who {
  NOBODY,
  STRANGER,
  REVOKED,
  ADMINISTRATOR,
  VIEWER,
  EDITOR,
  OWNER
}
