package uk.anteroom.practicelist;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Locale;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import uk.anteroom.needs.ToldNeeds;

/** What clinical systems write of language, interpreter and print. */
class RecordNeedsTest {

    private static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";

    @Test
    void aRecordThatSaysNothingTellsNothing() {
        assertThat(needs("\"active\":true")).isEqualTo(ToldNeeds.NOTHING);
    }

    @Test
    void thePreferredLanguageCountsOrTheOnlyOne() {
        assertThat(needs("\"communication\":[" + spoken("en", false) + "," + spoken("pl", true) + "]"))
                .isEqualTo(speaks("pl"));
        assertThat(needs("\"communication\":[" + spoken("pt-BR", false) + "]")).isEqualTo(speaks("pt"));
        assertThat(needs("\"communication\":[" + spoken("en", true) + "]")).isEqualTo(speaks("en"));
        assertThat(needs("\"communication\":[" + spoken("en", false) + "," + spoken("pl", false) + "]"))
                .as("of several without a preference nobody knows")
                .isEqualTo(ToldNeeds.NOTHING);
        assertThat(needs("\"communication\":[" + spoken("und", true) + "]")).isEqualTo(ToldNeeds.NOTHING);
    }

    @Test
    void theNameOfALanguageIsEnough() {
        assertThat(needs("\"communication\":[{\"language\":{\"text\":\"Somali\"}}]"))
                .isEqualTo(speaks("so"));
    }

    @Test
    void signLanguageIsNoLanguageSomebodySpeaks() {
        assertThat(needs("\"communication\":[" + spoken("bfi", true) + "]"))
                .isEqualTo(new ToldNeeds(null, true, null, null));
        assertThat(needs("\"communication\":[" + spoken("en", true) + "," + spoken("bfi", false) + "]"))
                .as("knows some")
                .isEqualTo(speaks("en"));
    }

    @Test
    void theInterpreterIsReadAsHl7WritesIt() {
        String extension =
                "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired\","
                        + "\"valueBoolean\":%s}]";
        assertThat(needs(extension.formatted(true))).isEqualTo(new ToldNeeds(null, null, true, null));
        assertThat(needs(extension.formatted(false))).isEqualTo(new ToldNeeds(null, null, false, null));
    }

    @Test
    void ukCoresFormIsReadAsTheDemographicsServiceWritesIt() {
        assertThat(needs("\"extension\":[" + communication("fr", true) + "]"))
                .isEqualTo(new ToldNeeds(null, null, true, Locale.of("fr")));
        assertThat(needs("\"extension\":[" + communication("q4", true) + "]"))
                .isEqualTo(new ToldNeeds(null, true, true, null));
        assertThat(
                        needs(
                                "\"extension\":[{\"url\":\"" + UK_CORE + "ContactPreference\",\"extension\":[{\"url\":"
                                        + "\"PreferredWrittenCommunicationFormat\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"11\"}]}}]}]"))
                .isEqualTo(new ToldNeeds(true, null, null, null));
    }

    @Test
    void extensionsOfTheWrongKindAreNoFault() {
        assertThat(needs("\"extension\":[{\"url\":\"" + UK_CORE + "NHSCommunication\",\"valueString\":\"Polish\"},"
                        + "{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired\","
                        + "\"valueString\":\"yes\"}]"))
                .isEqualTo(ToldNeeds.NOTHING);
    }

    private static ToldNeeds speaks(String language) {
        return new ToldNeeds(null, null, null, Locale.of(language));
    }

    private static String spoken(String code, boolean preferred) {
        return "{\"language\":{\"coding\":[{\"system\":\"urn:ietf:bcp:47\",\"code\":\"" + code + "\"}]}"
                + (preferred ? ",\"preferred\":true" : "") + "}";
    }

    private static String communication(String code, boolean interpreter) {
        return "{\"url\":\"" + UK_CORE + "NHSCommunication\",\"extension\":[{\"url\":\"language\","
                + "\"valueCodeableConcept\":{\"coding\":[{\"system\":"
                + "\"https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage\",\"code\":\"" + code + "\"}]}},"
                + "{\"url\":\"interpreterRequired\",\"valueBoolean\":" + interpreter + "}]}";
    }

    private static ToldNeeds needs(String elements) {
        return RecordNeeds.of(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Patient.class, "{\"resourceType\":\"Patient\"," + elements + "}"));
    }
}
