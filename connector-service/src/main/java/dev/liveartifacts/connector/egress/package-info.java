/** {@code URI → HostName → AddressResolver → AddressRule → Destination}: the one door out. */
@NullMarked
package dev.liveartifacts.connector.egress;

import org.jspecify.annotations.NullMarked;
