/** {@code token → CurrentPerson → Person → PersonStore}: who is signed in, and who has been. */
@NullMarked
package dev.liveartifacts.artifact.person;

import org.jspecify.annotations.NullMarked;
