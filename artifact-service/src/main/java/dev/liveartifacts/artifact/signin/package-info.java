/** {@code HTTP → SigninResource → Person → PersonStore}. */
@NullMarked
package dev.liveartifacts.artifact.signin;

import org.jspecify.annotations.NullMarked;
