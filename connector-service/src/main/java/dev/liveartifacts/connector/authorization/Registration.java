package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How this application is known to an authorization server. */
public enum Registration {
  /** An administrator registered it there and entered the client id. */
  @JsonProperty("configured")
  CONFIGURED,
  /** The authorization server reads who we are at the address that is our client id. */
  @JsonProperty("metadata")
  METADATA,
  /** We registered ourselves (RFC 7591). */
  @JsonProperty("dynamic")
  DYNAMIC,
  /** Nothing of that works: an administrator has to register it. */
  @JsonProperty("needed")
  NEEDED;

  /**
   * What comes first at an authorization server.
   *
   * @param configured an administrator entered a client for this issuer
   * @param documented our client metadata can be read by others
   */
  static Registration at(AuthorizationServer server, boolean configured, boolean documented) {
    if (configured) {
      return CONFIGURED;
    }
    if (documented && server.clientMetadataDocuments()) {
      return METADATA;
    }
    return server.registrationEndpoint() == null ? NEEDED : DYNAMIC;
  }
}
