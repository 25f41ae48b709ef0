/** {@code HTTP → FetchResource → PageClient → EgressGuard → somebody's web server}. */
@NullMarked
package dev.liveartifacts.connector.fetch;

import org.jspecify.annotations.NullMarked;
