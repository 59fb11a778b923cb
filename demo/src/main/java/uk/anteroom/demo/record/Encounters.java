package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Takes Encounters into the record, each identifier once. */
final class Encounters {

    /** What became of one. */
    record Kept(UUID id, boolean created, int version) {

        Kept(UUID id, boolean created) {
            this(id, created, 1);
        }

        IdType location() {
            return new IdType("Encounter", id.toString(), Integer.toString(version));
        }
    }

    private final RecordStore store;
    private final FhirContext fhir;

    Encounters(RecordStore store, FhirContext fhir) {
        this.store = store;
        this.fhir = fhir;
    }

    /**
     * Keeps an Encounter whose references are resolved. With a condition, one that is there already stays as it is and counts as
     * kept. Without, a second one of the same identifier is a conflict (409). Runs in the caller's transaction.
     */
    Kept keep(Encounter encounter, @Nullable String condition) {
        UUID id = UUID.randomUUID();
        if (condition != null) {
            TokenValue sought = TokenValue.condition(condition);
            Optional<UUID> there = store.encounterOf(sought);
            if (there.isPresent()) {
                return new Kept(there.get(), false);
            }
            if (!store.claim(sought, id)) {
                // somebody was faster by a breath; the claim has waited for their commit
                return store.encounterOf(sought)
                        .map(winner -> new Kept(winner, false))
                        .orElseThrow(() -> new ResourceVersionConflictException("Another request is storing the same"));
            }
        }
        for (TokenValue identifier : identifiers(encounter, condition)) {
            if (!store.claim(identifier, id)) {
                throw new ResourceVersionConflictException("An Encounter with this identifier exists");
            }
        }
        UUID patient = patient(encounter.getSubject());
        encounter.setId(new IdType("Encounter", id.toString(), "1"));
        store.addEncounter(id, patient, started(encounter), fhir.newJsonParser().encodeResourceToString(encounter));
        return new Kept(id, true);
    }

    /** The next version of whichever has the condition's identifier; without one, the first. */
    Kept put(Encounter encounter, String condition) {
        Kept kept = keep(encounter, condition);
        if (kept.created()) {
            return kept;
        }
        patient(encounter.getSubject());
        encounter.setId(new IdType("Encounter", kept.id().toString()));
        int version = store.replaceEncounter(kept.id(), fhir.newJsonParser().encodeResourceToString(encounter));
        return new Kept(kept.id(), false, version);
    }

    private static Set<TokenValue> identifiers(Encounter encounter, @Nullable String condition) {
        Set<TokenValue> identifiers = new LinkedHashSet<>();
        for (Identifier identifier : encounter.getIdentifier()) {
            if (identifier.hasSystem() && identifier.hasValue()) {
                identifiers.add(new TokenValue(identifier.getSystem(), identifier.getValue()));
            }
        }
        if (condition != null) {
            identifiers.remove(TokenValue.condition(condition));
        }
        return identifiers;
    }

    /** Whose entry it is. */
    UUID patient(Reference subject) {
        String id = subject.getReferenceElement().getIdPart();
        if (id == null || !"Patient".equals(subject.getReferenceElement().getResourceType())) {
            throw new InvalidRequestException("An entry needs a Patient as its subject");
        }
        try {
            return store.patient(UUID.fromString(id))
                    .map(RecordPatient::id)
                    .orElseThrow(() -> new UnprocessableEntityException("There is no such Patient"));
        } catch (IllegalArgumentException e) {
            throw new UnprocessableEntityException("There is no such Patient");
        }
    }

    private static Instant started(Encounter encounter) {
        return encounter.getPeriod().hasStart()
                ? encounter.getPeriod().getStart().toInstant()
                : Instant.now();
    }
}
