package uk.anteroom.demo.record;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A system and a value, as FHIR writes them in a search: {@code system|value}. */
record TokenValue(String system, String value) {

    private static final String PARAMETER = "identifier=";

    /**
     * Reads the one condition we understand. It comes as {@code identifier=https://a|b}, as {@code Encounter?identifier=…} and
     * percent-encoded: whoever misses a form takes two of the same for different, silently.
     */
    static TokenValue condition(String text) {
        String query = text.substring(text.indexOf('?') + 1);
        if (!query.startsWith(PARAMETER) || query.indexOf('&') >= 0) {
            throw new InvalidRequestException("The only condition understood is identifier=system|value");
        }
        return read(URLDecoder.decode(query.substring(PARAMETER.length()), StandardCharsets.UTF_8));
    }

    static TokenValue read(String token) {
        int bar = token.indexOf('|');
        if (bar <= 0 || bar == token.length() - 1) {
            throw new InvalidRequestException("An identifier is written system|value");
        }
        return new TokenValue(token.substring(0, bar), token.substring(bar + 1));
    }

    @Override
    public String toString() {
        return "TokenValue(hidden)";
    }
}
