/** {@code what Claude wrote → Draft → PageCheck → Complaints}: plain decisions about a page. */
@NullMarked
package dev.liveartifacts.artifact.authoring.page;

import org.jspecify.annotations.NullMarked;
