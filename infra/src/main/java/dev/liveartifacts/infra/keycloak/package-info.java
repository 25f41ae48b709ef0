/** {@code test → Keycloak → RealmAdmin}. */
@NullMarked
package dev.liveartifacts.infra.keycloak;

import org.jspecify.annotations.NullMarked;
