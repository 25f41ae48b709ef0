/** {@code HTTP → DelegationResource → DelegationStore}, read again by refresh. */
@NullMarked
package dev.liveartifacts.connector.delegation;

import org.jspecify.annotations.NullMarked;
