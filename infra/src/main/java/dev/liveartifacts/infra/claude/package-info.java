/**
 * {@code request → ScriptedClaude → Reply → event stream}: a Messages API that says what a test
 * wants.
 */
@NullMarked
package dev.liveartifacts.infra.claude;

import org.jspecify.annotations.NullMarked;
