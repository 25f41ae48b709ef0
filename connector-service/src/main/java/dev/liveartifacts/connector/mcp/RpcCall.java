package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A method with its parameters, before an era puts it into a message.
 *
 * @param repeatable true if asking twice does no harm
 */
record RpcCall(String method, ObjectNode params, boolean repeatable) {}
