/** {@code caller's context → UnitOfWork → PostgreSQL → caller's context}. */
@NullMarked
package dev.liveartifacts.connector.work;

import org.jspecify.annotations.NullMarked;
