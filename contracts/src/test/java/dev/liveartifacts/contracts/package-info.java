/** The wire format, frozen: golden files against records. */
@NullMarked
package dev.liveartifacts.contracts;

import org.jspecify.annotations.NullMarked;
