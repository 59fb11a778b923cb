package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/** Takes DocumentReferences and Communications into the record, each identifier once. */
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
    Kept keep(DomainResource document, Reference subject, String condition) {
        return kept(
                document,
                store.keep(
                        TokenValue.condition(condition),
                        encounters.patient(subject),
                        document.fhirType(),
                        encoded(document)));
    }

    /** The next version of whichever has the condition's identifier; without one, the first. */
    Kept put(DomainResource document, Reference subject, String condition) {
        return kept(
                document,
                store.put(
                        TokenValue.condition(condition),
                        encounters.patient(subject),
                        document.fhirType(),
                        encoded(document)));
    }

    private static Kept kept(DomainResource document, DocumentStore.Place place) {
        return new Kept(
                new IdType(document.fhirType(), place.id().toString(), Integer.toString(place.version())),
                place.created());
    }

    private String encoded(DomainResource document) {
        return fhir.newJsonParser().encodeResourceToString(document);
    }
}
