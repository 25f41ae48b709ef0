/** {@code value → recognised → RelativeArgument → evaluated → value}: time words in arguments. */
@NullMarked
package dev.liveartifacts.contracts.relative;

import org.jspecify.annotations.NullMarked;
