/**
 * {@code HTTP → DelegationResource, ViewResource → DelegationStore, ViewStore}, read again by
 * refresh and by {@code HTTP → ViewCallResource → ViewPolicy → call}.
 */
@NullMarked
package dev.liveartifacts.connector.delegation;

import org.jspecify.annotations.NullMarked;
