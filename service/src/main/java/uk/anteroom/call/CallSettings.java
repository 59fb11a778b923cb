package uk.anteroom.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about calls; application.yaml has the reason for each default.
 *
 * @param origins who besides the page's own host may open a socket, such as {@code https://consult.example.nhs.uk}
 * @param iceServers relays and address servers, handed to the browsers as they stand
 * @param relay our own relay, for which every participant gets credentials that expire
 * @param passFor how long a call pass can be used
 * @param helloWithin how long a socket may stay silent before it says who it is
 * @param pingEvery how often a page pings
 * @param lostFor how long a lost socket goes unmentioned
 * @param awayAfter silence after which a participant is away
 * @param holdFor silence after which a session is given up
 * @param burst messages a socket may send at once
 * @param perSecond messages a second after that
 */
@ConfigurationProperties("anteroom.call")
@Validated
public record CallSettings(
        @DefaultValue List<String> origins,
        @DefaultValue List<@Valid IceServer> iceServers,
        @DefaultValue @Valid RelaySettings relay,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration passFor,
        @DefaultValue("5s") @DurationMin(millis = 50) Duration helloWithin,
        @DefaultValue("10s") @DurationMin(seconds = 1) Duration pingEvery,
        @DefaultValue("3s") @DurationMin(millis = 50) Duration lostFor,
        @DefaultValue("25s") @DurationMin(millis = 50) Duration awayAfter,
        @DefaultValue("120s") @DurationMin(millis = 50) Duration holdFor,
        @DefaultValue("60") @Min(10) int burst,
        @DefaultValue("30") @Min(1) int perSecond) {

    /** Whether there is any relay, so that two devices can meet without learning each other's address. */
    public boolean hasRelay() {
        return relay.host() != null
                || iceServers.stream().flatMap(server -> server.urls().stream()).anyMatch(IceServer::isRelay);
    }

    /** One entry of {@code RTCConfiguration.iceServers}. */
    public record IceServer(
            @NotEmpty List<@NotBlank String> urls,
            @Nullable String username,
            @Nullable String credential) {

        /** Whether this address is a relay's, not one that only tells a device its own address. */
        public static boolean isRelay(String url) {
            return url.startsWith("turn:") || url.startsWith("turns:");
        }

        @Override
        public String toString() {
            return "IceServer[urls=" + urls + ", credential=(secret)]";
        }
    }
}
