/** {@code SignInServer → SignInMain → mock-oauth2-server → Person}. */
@NullMarked
package dev.liveartifacts.infra.signin;

import org.jspecify.annotations.NullMarked;
