package dev.liveartifacts.connector.testing;

import dev.liveartifacts.infra.InfraResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service with PostgreSQL, Redis, Kafka and a sign-in server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(
    value = InfraResource.class,
    restrictToAnnotatedClass = false,
    initArgs = {
      @ResourceArg(name = "postgres", value = "connector"),
      @ResourceArg(name = "kafka", value = "true"),
      @ResourceArg(name = "signin", value = "connector-service")
    })
@QuarkusTestResource(value = OwnRedis.class, restrictToAnnotatedClass = false)
public @interface ServiceUnderTest {}
