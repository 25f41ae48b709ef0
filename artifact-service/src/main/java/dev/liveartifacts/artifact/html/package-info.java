/** {@code page text → MetaBlock; page text → Transformation → page text}: plain functions. */
@NullMarked
package dev.liveartifacts.artifact.html;

import org.jspecify.annotations.NullMarked;
