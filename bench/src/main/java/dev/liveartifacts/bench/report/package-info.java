/** {@code Sample → Row → table and JSON} */
@NullMarked
package dev.liveartifacts.bench.report;

import org.jspecify.annotations.NullMarked;
