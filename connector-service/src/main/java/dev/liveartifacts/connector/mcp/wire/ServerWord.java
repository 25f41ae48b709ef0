package dev.liveartifacts.connector.mcp.wire;

/** Something that a server says of its own accord. */
public sealed interface ServerWord permits ServerRequest, ServerNotice, ServerWord.Listening {
  /** The stream is open: whatever the server says from now on is heard. */
  record Listening() implements ServerWord {}
}
