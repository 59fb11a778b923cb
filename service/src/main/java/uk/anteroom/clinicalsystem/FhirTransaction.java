package uk.anteroom.clinicalsystem;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/**
 * The FHIR R4 transactions that put an entry into the record, and that mark it as entered in error: the entry with our identifier, the Communication where the
 * entry holds a message, and a Provenance with an id of our choosing. Sending one again changes nothing (http://hl7.org/fhir/R4/http.html#transaction).
 */
final class FhirTransaction {

    private static final String DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String PROVENANCE_PARTICIPANT =
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private FhirTransaction() {}

    /** Created only if none has our identifier. */
    static Bundle write(Writing writing) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        create(bundle, url(writing), resource(writing, false), identifier(writing));
        if (writing instanceof Writing.Filed filed && filed.holdsMessage()) {
            create(bundle, messageUrl(filed), MessageResource.of(filed, url(filed), false), messageIdentifier(filed));
        }
        provenance(bundle, writing, "CREATE", writing.recorded().toEpochMilli());
        return bundle;
    }

    /** Whichever has our identifier becomes one that was entered in error; without one, it is created as such. */
    static Bundle retract(Writing writing, long now) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        put(bundle, url(writing), resource(writing, true), identifier(writing));
        if (writing instanceof Writing.Filed filed && filed.holdsMessage()) {
            put(bundle, messageUrl(filed), MessageResource.of(filed, url(filed), true), messageIdentifier(filed));
        }
        provenance(bundle, writing, "NULLIFY", now);
        return bundle;
    }

    private static void create(Bundle bundle, String url, DomainResource resource, String identifier) {
        entry(bundle, url, resource)
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + identifier);
    }

    private static void put(Bundle bundle, String url, DomainResource resource, String identifier) {
        entry(bundle, url, resource)
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "?identifier=" + identifier);
    }

    private static BundleEntryRequestComponent entry(Bundle bundle, String url, DomainResource resource) {
        return bundle.addEntry().setFullUrl(url).setResource(resource).getRequest();
    }

    private static DomainResource resource(Writing writing, boolean enteredInError) {
        return switch (writing) {
            case Writing.Encounter encounter -> EncounterResource.of(encounter, enteredInError);
            case Writing.Filed filed -> DocumentResource.of(filed, enteredInError);
        };
    }

    private static String identifier(Writing writing) {
        return Fhir.system(writing) + "|" + writing.id();
    }

    private static String messageIdentifier(Writing.Filed message) {
        return Fhir.MESSAGE_SYSTEM + "|" + message.id();
    }

    private static String url(Writing writing) {
        return "urn:uuid:" + writing.id();
    }

    private static String messageUrl(Writing.Filed message) {
        return "urn:uuid:" + named("message of " + message.id());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void provenance(Bundle bundle, Writing writing, String activity, long recorded) {
        // derived, so that every try names the same Provenance; the act is part of it, so that both stay in the record
        UUID id = named((activity.equals("CREATE") ? "provenance of " : activity + " provenance of ") + writing.id());
        Provenance provenance = new Provenance();
        provenance.setId(id.toString());
        provenance.addTarget(new Reference(url(writing)));
        if (writing instanceof Writing.Filed filed && filed.holdsMessage()) {
            provenance.addTarget(new Reference(messageUrl(filed)));
        }
        provenance.setRecorded(new Date(recorded));
        provenance.setActivity(Fhir.concept(DATA_OPERATION, activity, null));
        provenance
                .addAgent()
                .setType(Fhir.concept(PROVENANCE_PARTICIPANT, "author", null))
                .setWho(Fhir.clinician(writing.author()));
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + id)
                .setResource(provenance)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Provenance/" + id);
    }
}
