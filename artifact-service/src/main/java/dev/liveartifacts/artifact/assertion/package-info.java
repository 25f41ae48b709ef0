/**
 * {@code person → Assertions → JWT → connector-service, scheduler-service}, which check it with
 * {@code KeysResource → AssertionKeyStore}: how this service speaks for a person who is not there.
 */
@NullMarked
package dev.liveartifacts.artifact.assertion;

import org.jspecify.annotations.NullMarked;
