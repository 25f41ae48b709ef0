/** {@code what happens → Journal → DescriptionStore → whoever looks on, at any replica}. */
@NullMarked
package dev.liveartifacts.artifact.authoring.journal;

import org.jspecify.annotations.NullMarked;
