package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.anteroom.kernel.NhsNumber;

/**
 * A FHIR transaction (http://hl7.org/fhir/R4/http.html#transaction): all entries or none, POST before PUT, whatever order they came
 * in. Takes what Anteroom writes: Encounter, DocumentReference and Communication, created on condition or put on condition, and PUT Provenance.
 */
final class RecordTransaction {

    private static final String CREATED = "201 Created";
    private static final String OK = "200 OK";

    private final RecordStore store;
    private final Encounters encounters;
    private final Documents documents;
    private final FhirContext fhir;

    RecordTransaction(RecordStore store, Encounters encounters, Documents documents, FhirContext fhir) {
        this.store = store;
        this.encounters = encounters;
        this.documents = documents;
        this.fhir = fhir;
    }

    /** Answers a bundle with the entries' results in the order they came in. */
    Bundle run(Bundle asked) {
        if (asked.getType() != Bundle.BundleType.TRANSACTION) {
            throw new InvalidRequestException("Only a Bundle of type transaction can be posted here");
        }
        return store.database().in(() -> inOneTransaction(asked.getEntry()));
    }

    private Bundle inOneTransaction(List<BundleEntryComponent> entries) {
        Map<String, String> places = new HashMap<>();
        List<BundleEntryComponent> answers = new ArrayList<>(entries);
        IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> rank(entries.get(at))))
                .forEach(at -> answers.set(at, answer(entries.get(at), places)));
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        answer.setEntry(answers);
        return answer;
    }

    private static int rank(BundleEntryComponent entry) {
        HTTPVerb verb = entry.getRequest().getMethod();
        // a Provenance speaks of the others, which may be put as well
        return verb == HTTPVerb.POST ? 0 : entry.getResource() instanceof Provenance ? 2 : 1;
    }

    private BundleEntryComponent answer(BundleEntryComponent entry, Map<String, String> places) {
        Resource resource = entry.getResource();
        HTTPVerb verb = entry.getRequest().getMethod();
        if (resource instanceof Encounter encounter && verb == HTTPVerb.POST) {
            resolve(encounter, places);
            Encounters.Kept kept = encounters.keep(encounter, entry.getRequest().getIfNoneExist());
            return done(entry, places, kept.location(), kept.created() ? CREATED : OK);
        }
        if (resource instanceof Encounter encounter && verb == HTTPVerb.PUT) {
            resolve(encounter, places);
            Encounters.Kept kept = encounters.put(encounter, entry.getRequest().getUrl());
            return done(entry, places, kept.location(), kept.created() ? CREATED : OK);
        }
        if (resource instanceof DocumentReference document && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT)) {
            return filed(entry, document, document.getSubject(), places);
        }
        if (resource instanceof Communication message && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT)) {
            return filed(entry, message, message.getSubject(), places);
        }
        if (resource instanceof Provenance provenance && verb == HTTPVerb.PUT) {
            resolve(provenance, places);
            String id = new IdType(entry.getRequest().getUrl()).getIdPart();
            provenance.setId(new IdType("Provenance", id));
            int version = store.putProvenance(id, fhir.newJsonParser().encodeResourceToString(provenance));
            IdType location = new IdType("Provenance", id, Integer.toString(version));
            return done(entry, places, location, version == 1 ? CREATED : OK);
        }
        throw new InvalidRequestException(
                "A transaction takes Encounter, DocumentReference and Communication, POST or PUT, and PUT Provenance");
    }

    private BundleEntryComponent filed(
            BundleEntryComponent entry, DomainResource document, Reference subject, Map<String, String> places) {
        resolve(document, places);
        Documents.Kept kept = entry.getRequest().getMethod() == HTTPVerb.POST
                ? documents.keep(document, subject, entry.getRequest().getIfNoneExist())
                : documents.put(document, subject, entry.getRequest().getUrl());
        return done(entry, places, kept.location(), kept.created() ? CREATED : OK);
    }

    private static BundleEntryComponent done(
            BundleEntryComponent entry, Map<String, String> places, IdType location, String status) {
        places.put(entry.getFullUrl(), location.toUnqualifiedVersionless().getValue());
        BundleEntryComponent answer = new BundleEntryComponent();
        answer.getResponse()
                .setStatus(status)
                .setLocation(location.getValue())
                .setEtag("W/\"" + location.getVersionIdPart() + "\"");
        return answer;
    }

    /** Puts real references in the place of those within the bundle and of those by identifier. */
    private void resolve(Resource resource, Map<String, String> places) {
        for (ResourceReferenceInfo info : fhir.newTerser().getAllResourceReferences(resource)) {
            String reference = info.getResourceReference().getReferenceElement().getValue();
            if (reference == null) {
                continue;
            }
            if (reference.startsWith("urn:")) {
                String place = places.get(reference);
                if (place == null) {
                    throw new InvalidRequestException("A reference leads to no entry of the bundle");
                }
                replace(info, place);
            } else if (reference.startsWith("Patient?")) {
                replace(info, "Patient/" + patient(reference).id());
            }
        }
    }

    private static void replace(ResourceReferenceInfo info, String place) {
        info.getResourceReference().setReference(place);
        // the parser has put the entry itself behind it, which would be written inside
        info.getResourceReference().setResource(null);
    }

    private RecordPatient patient(String reference) {
        TokenValue sought = TokenValue.condition(reference);
        return NhsNumber.read(sought.value())
                .filter(number -> sought.system().equals(Codes.NHS_NUMBER))
                .flatMap(store::patientOf)
                .orElseThrow(
                        () -> new PreconditionFailedException("No Patient, or more than one, has this identifier"));
    }
}
