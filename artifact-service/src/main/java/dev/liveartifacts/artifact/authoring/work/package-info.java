/** {@code Brief → Works → Loop → Toolbox → connector-service}: how a page comes about. */
@NullMarked
package dev.liveartifacts.artifact.authoring.work;

import org.jspecify.annotations.NullMarked;
