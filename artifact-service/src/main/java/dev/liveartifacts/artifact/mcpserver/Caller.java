package dev.liveartifacts.artifact.mcpserver;

import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;

/**
 * The person behind a request.
 *
 * @param token speaks for them at the other services; it is another one than the client's, which is
 *     for us alone
 */
public record Caller(Person person, Uni<String> token) {}
