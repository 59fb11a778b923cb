package uk.anteroom.practicelist;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A patient in the record of a clinical system, to be changed step by step. */
public record Someone(
        String id,
        String nhsNumber,
        String given,
        String family,
        @Nullable String born,
        @Nullable String email,
        @Nullable String mobile,
        String more) {

    public static Someone named(String id, String nhsNumber, String given, String family) {
        return new Someone(
                id,
                nhsNumber,
                given,
                family,
                "1957-03-14",
                given.toLowerCase(Locale.ROOT) + "@mail.example",
                "07700 900123",
                "");
    }

    Someone number(String other) {
        return new Someone(id, other, given, family, born, email, mobile, more);
    }

    Someone born(@Nullable String other) {
        return new Someone(id, nhsNumber, given, family, other, email, mobile, more);
    }

    Someone mobile(@Nullable String other) {
        return new Someone(id, nhsNumber, given, family, born, email, other, more);
    }

    Someone called(String otherGiven, String otherFamily) {
        return new Someone(id, nhsNumber, otherGiven, otherFamily, born, email, mobile, more);
    }

    /** Further elements of the resource, such as {@code "deceasedBoolean":true}. */
    Someone with(String elements) {
        return new Someone(id, nhsNumber, given, family, born, email, mobile, more + "," + elements);
    }

    String json() {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\""
                + (nhsNumber.isEmpty()
                        ? ""
                        : ",\"identifier\":[{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"" + nhsNumber
                                + "\"}]")
                + ",\"name\":[{\"use\":\"official\",\"family\":\"" + family + "\",\"given\":[\"" + given + "\"]}]"
                + (born == null ? "" : ",\"birthDate\":\"" + born + "\"")
                + ",\"telecom\":["
                + (email == null ? "" : "{\"system\":\"email\",\"value\":\"" + email + "\"}")
                + (email == null || mobile == null ? "" : ",")
                + (mobile == null ? "" : "{\"system\":\"phone\",\"use\":\"mobile\",\"value\":\"" + mobile + "\"}")
                + "]" + more + "}";
    }
}
