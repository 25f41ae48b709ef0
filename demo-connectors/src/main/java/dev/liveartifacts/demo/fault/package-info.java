/**
 * {@code HTTP → Door → Tokens → FaultGate → MCP}: who may come in, and what goes wrong on purpose.
 */
@NullMarked
package dev.liveartifacts.demo.fault;

import org.jspecify.annotations.NullMarked;
