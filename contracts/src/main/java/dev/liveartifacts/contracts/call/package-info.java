/** {@code artifact → CallRequest → connector → CallAnswer}, over HTTP. */
@NullMarked
package dev.liveartifacts.contracts.call;

import org.jspecify.annotations.NullMarked;
