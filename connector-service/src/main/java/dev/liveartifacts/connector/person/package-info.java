/** {@code access token → Roles → People → Person}. */
@NullMarked
package dev.liveartifacts.connector.person;

import org.jspecify.annotations.NullMarked;
