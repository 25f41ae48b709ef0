package dev.liveartifacts.contracts.call;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tool call for the person whose access token comes with it. Grants, shares and confirmations
 * are checked before; connector-service decides about the connector, the connection and the tool.
 *
 * @param arguments passed on as given; numbers keep their JSON form
 * @param confirmed true if the person has confirmed this call, or this tool for the artifact;
 *     without it a tool whose policy is to ask answers {@link ErrorCode#APPROVAL_REQUIRED}
 * @param grantedHash the tool's schema hash when the owner granted it; if the tool has another one
 *     now, the answer is {@link ErrorCode#NOT_GRANTED}. Null if it was not known then
 * @param ownConnection true if a connection of the person's own may be used; without it one answers
 *     {@link ErrorCode#CONSENT_NEEDED}, and only the workspace's are used
 */
public record CallRequest(
    UUID artifactId,
    UUID connectorId,
    String tool,
    Map<String, Object> arguments,
    Freshness freshness,
    boolean confirmed,
    @Nullable String grantedHash,
    boolean ownConnection) {}
