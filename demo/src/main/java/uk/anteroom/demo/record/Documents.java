package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;

/** Takes DocumentReferences into the record, each identifier once. */
final class Documents {

    /** What became of one. */
    record Kept(IdType location, boolean created) {}

    private final DocumentStore store;
    private final Encounters encounters;
    private final FhirContext fhir;

    Documents(DocumentStore store, Encounters encounters, FhirContext fhir) {
        this.store = store;
        this.encounters = encounters;
        this.fhir = fhir;
    }

    /** One whose references are resolved; one that has the condition's identifier already stays as it is. */
    Kept keep(DocumentReference document, String condition) {
        return kept(store.keep(
                TokenValue.condition(condition), encounters.patient(document.getSubject()), encoded(document)));
    }

    /** The next version of whichever has the condition's identifier; without one, the first. */
    Kept put(DocumentReference document, String condition) {
        return kept(store.put(
                TokenValue.condition(condition), encounters.patient(document.getSubject()), encoded(document)));
    }

    private static Kept kept(DocumentStore.Place place) {
        return new Kept(
                new IdType("DocumentReference", place.id().toString(), Integer.toString(place.version())),
                place.created());
    }

    private String encoded(DocumentReference document) {
        return fhir.newJsonParser().encodeResourceToString(document);
    }
}
