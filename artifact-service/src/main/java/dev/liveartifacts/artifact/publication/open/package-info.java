/**
 * {@code visitor → PublicResource → Visit → LinkStore → copy; PublicPageResource → sandbox}: what
 * is behind a public link. Nothing here knows a person, a connector or a service.
 */
@NullMarked
package dev.liveartifacts.artifact.publication.open;

import org.jspecify.annotations.NullMarked;
