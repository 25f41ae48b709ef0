/** {@code MCP → CalendarTools → Diary → Acme}: meetings and how well they are prepared. */
@NullMarked
package dev.liveartifacts.demo.calendar;

import org.jspecify.annotations.NullMarked;
