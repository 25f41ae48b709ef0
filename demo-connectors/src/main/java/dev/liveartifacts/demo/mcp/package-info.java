/** {@code tool arguments → Arguments → values, or a sentence that says what is wrong}. */
@NullMarked
package dev.liveartifacts.demo.mcp;

import org.jspecify.annotations.NullMarked;
