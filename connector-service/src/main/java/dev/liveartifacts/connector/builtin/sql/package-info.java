/**
 * {@code HTTP → SqlResource → SqlStore} when a database is added, and {@code BuiltInServers →
 * SqlTools → Statement → Databases → ReadOnly → PostgreSQL} when a page asks.
 */
@NullMarked
package dev.liveartifacts.connector.builtin.sql;

import org.jspecify.annotations.NullMarked;
