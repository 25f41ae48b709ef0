/** {@code MCP → ProjectTools → Portfolio → Deals}: what was sold, being delivered. */
@NullMarked
package dev.liveartifacts.demo.projects;

import org.jspecify.annotations.NullMarked;
