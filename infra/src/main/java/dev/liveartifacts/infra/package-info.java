/** {@code InfraResource → Infra → InfraMain → PostgreSql, Redis, Kafka, SignInServer}. */
@NullMarked
package dev.liveartifacts.infra;

import org.jspecify.annotations.NullMarked;
