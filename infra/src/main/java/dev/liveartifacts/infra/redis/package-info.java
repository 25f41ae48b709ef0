/** {@code Redis → redis-server → RedisConnection}. */
@NullMarked
package dev.liveartifacts.infra.redis;

import org.jspecify.annotations.NullMarked;
