/** {@code request → AuditFilter → Entry → Ledger → EntryStore}: who did what, never what it was. */
@NullMarked
package dev.liveartifacts.artifact.audit;

import org.jspecify.annotations.NullMarked;
