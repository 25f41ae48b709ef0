package dev.liveartifacts.contracts.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a call failed, in the words of the page's contract ({@code window.claude} rejections). */
public enum ErrorCode {
  /** The connection is not signed in any more. */
  @JsonProperty("needs_reauth")
  NEEDS_REAUTH,
  /** The person has no connection to this connector. */
  @JsonProperty("server_not_connected")
  SERVER_NOT_CONNECTED,
  /** There is no such connector, or not for this person. */
  @JsonProperty("server_not_found")
  SERVER_NOT_FOUND,
  /** The connector cannot be reached, or did not answer in time. */
  @JsonProperty("server_unavailable")
  SERVER_UNAVAILABLE,
  /** The tool is not among the artifact's granted tools. */
  @JsonProperty("not_granted")
  NOT_GRANTED,
  /** The person has not agreed yet that this artifact uses connections of their own. */
  @JsonProperty("consent_needed")
  CONSENT_NEEDED,
  /** An administrator blocked the tool. */
  @JsonProperty("blocked_by_policy")
  BLOCKED_BY_POLICY,
  /** The tool writes, or its policy is to ask: the person has to confirm first. */
  @JsonProperty("approval_required")
  APPROVAL_REQUIRED,
  /** The tool itself says that it failed. */
  @JsonProperty("tool_error")
  TOOL_ERROR,
  /** The arguments are not acceptable. */
  @JsonProperty("bad_request")
  BAD_REQUEST,
  /** Too many calls; see {@code retryAfterMillis}. */
  @JsonProperty("rate_limited")
  RATE_LIMITED,
  /** The connector answered something that is not MCP, or too much of it. */
  @JsonProperty("upstream_error")
  UPSTREAM_ERROR
}
