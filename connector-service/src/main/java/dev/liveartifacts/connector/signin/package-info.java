/**
 * {@code browser → SignInResource → SignIns → SignInFlow → AttemptStore}, and back: {@code browser
 * → CallbackResource → SignIns → TokenClient → ConnectionStore}.
 */
@NullMarked
package dev.liveartifacts.connector.signin;

import org.jspecify.annotations.NullMarked;
