/** {@code log record → JsonLines → console}. */
@NullMarked
package dev.liveartifacts.connector.telemetry;

import org.jspecify.annotations.NullMarked;
