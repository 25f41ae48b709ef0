/** {@code whoever has something to say → NoticeStore → NoticesResource → bell in the web app}. */
@NullMarked
package dev.liveartifacts.artifact.notice;

import org.jspecify.annotations.NullMarked;
