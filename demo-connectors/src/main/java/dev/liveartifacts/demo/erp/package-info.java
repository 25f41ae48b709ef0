/** {@code MCP → ErpTools → Erp → Books → Deals}: documents, ledger and cash. */
@NullMarked
package dev.liveartifacts.demo.erp;

import org.jspecify.annotations.NullMarked;
