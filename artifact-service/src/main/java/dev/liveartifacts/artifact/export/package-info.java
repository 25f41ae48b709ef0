/** {@code HTTP → ExportResource → Export}: an artifact as one file that runs elsewhere, too. */
@NullMarked
package dev.liveartifacts.artifact.export;

import org.jspecify.annotations.NullMarked;
