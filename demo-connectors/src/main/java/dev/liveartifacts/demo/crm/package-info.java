/** {@code MCP → CrmTools → Crm → Deals → Acme}: companies, deals and the pipeline. */
@NullMarked
package dev.liveartifacts.demo.crm;

import org.jspecify.annotations.NullMarked;
