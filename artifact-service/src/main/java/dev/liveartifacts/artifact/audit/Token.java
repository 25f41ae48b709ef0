package dev.liveartifacts.artifact.audit;

import java.util.UUID;

/**
 * The token of ours with which a program came.
 *
 * @param name as its person called it then
 */
record Token(UUID id, String name) {}
