package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.person.Person;

/**
 * Who comes with which session.
 *
 * @param session the identity provider's name for it; empty where it has none
 */
record Browser(Person person, String session) {}
