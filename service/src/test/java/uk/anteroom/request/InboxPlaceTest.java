package uk.anteroom.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a list goes on. */
class InboxPlaceTest {

    @Test
    void isReadAsItWasWritten() {
        InboxPlace place =
                new InboxPlace(1, Instant.parse("2026-11-26T09:15:30.123456Z"), new RequestId(UUID.randomUUID()));
        assertThat(InboxPlace.read(place.toString())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3.1.00000000-0000-0000-0000-000000000000",
                "0.-1.00000000-0000-0000-0000-000000000000",
                "0.99999999999999999999.00000000-0000-0000-0000-000000000000",
                "0.1.------------------------------------",
                "0.1.00000000-0000-0000-0000-000000000000 or 1=1"
            })
    void whatIsNoneIsNotRead(String text) {
        assertThat(InboxPlace.read(text)).isEmpty();
    }
}
