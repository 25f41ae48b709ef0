/** {@code HTTP → ProbeResource → Calls}, and {@code HTTP → CheckResource → McpClient}. */
@NullMarked
package dev.liveartifacts.connector.probe;

import org.jspecify.annotations.NullMarked;
