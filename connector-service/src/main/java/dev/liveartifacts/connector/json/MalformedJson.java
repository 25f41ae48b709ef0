package dev.liveartifacts.connector.json;

/** What was given is not the JSON that was asked for. The message never quotes the document. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1;

  public MalformedJson(String message) {
    super(message);
  }
}
