package dev.liveartifacts.contracts.call;

import java.util.Map;
import java.util.UUID;

/**
 * One tool call for the person whose access token comes with it. Grants, shares and confirmations
 * are checked before; connector-service decides about the connector, the connection and the tool.
 *
 * @param arguments passed on as given; numbers keep their JSON form
 * @param confirmed true if the person has confirmed this call, or this tool for the artifact;
 *     without it a tool whose policy is to ask answers {@link ErrorCode#APPROVAL_REQUIRED}
 */
public record CallRequest(
    UUID artifactId,
    UUID connectorId,
    String tool,
    Map<String, Object> arguments,
    Freshness freshness,
    boolean confirmed) {}
