package uk.anteroom.call;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against {@link CallSlice}, with deadlines short enough to wait for. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CallSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.enabled=false",
            "db-scheduler.enabled=false",
            "spring.threads.virtual.enabled=true",
            "anteroom.call.hello-within=2s",
            "anteroom.call.lost-for=300ms",
            "anteroom.call.ice-servers[0].urls[0]=stun:turn.riverside.example:3478"
        })
public @interface CallTest {}
