/**
 * {@code browser → PolicyReportRoute → Blocked → PolicyReportStore}: what content policies stopped.
 */
@NullMarked
package dev.liveartifacts.artifact.policyreport;

import org.jspecify.annotations.NullMarked;
