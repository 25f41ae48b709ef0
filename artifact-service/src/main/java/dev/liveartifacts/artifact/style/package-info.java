/** {@code pages/* → PageParts → PagePartsResource → HTTP}: what pages made here have in common. */
@NullMarked
package dev.liveartifacts.artifact.style;

import org.jspecify.annotations.NullMarked;
