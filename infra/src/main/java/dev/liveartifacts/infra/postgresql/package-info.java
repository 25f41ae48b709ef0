/** {@code PostgreSql → PostgreSqlBinaries → postgres, over JDBC → Database}. */
@NullMarked
package dev.liveartifacts.infra.postgresql;

import org.jspecify.annotations.NullMarked;
