/** What tests of this service share: a scriptable MCP server and the service with its parts. */
@NullMarked
package dev.liveartifacts.connector.testing;

import org.jspecify.annotations.NullMarked;
