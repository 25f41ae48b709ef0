/**
 * {@code connection → DoorFilter → Door → route}: which host answers what, and with which headers.
 */
@NullMarked
package dev.liveartifacts.artifact.edge;

import org.jspecify.annotations.NullMarked;
