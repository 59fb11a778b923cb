package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** DocumentReference: read, and search by identifier or patient. They come in by transaction only. */
public final class DocumentProvider implements IResourceProvider {

    private final DocumentStore store;
    private final FhirContext fhir;

    DocumentProvider(DocumentStore store, FhirContext fhir) {
        this.store = store;
        this.fhir = fhir;
    }

    @Override
    public Class<DocumentReference> getResourceType() {
        return DocumentReference.class;
    }

    @Read
    public DocumentReference read(@IdParam IdType id) {
        return PatientProvider.uuid(id.getIdPart())
                .flatMap(document -> store.read("DocumentReference", document))
                .map(this::parse)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public List<DocumentReference> search(
            @OptionalParam(name = DocumentReference.SP_IDENTIFIER) @Nullable TokenParam identifier,
            @OptionalParam(name = DocumentReference.SP_PATIENT) @Nullable ReferenceParam patient) {
        if (identifier != null) {
            return store.of(TokenValue.read(identifier.getSystem() + "|" + identifier.getValue())).stream()
                    .map(this::parse)
                    .toList();
        }
        if (patient == null) {
            throw new InvalidRequestException("Search by identifier or patient");
        }
        return PatientProvider.uuid(patient.getIdPart())
                .map(whose -> store.of("DocumentReference", whose))
                .orElse(List.of())
                .stream()
                .map(this::parse)
                .toList();
    }

    private DocumentReference parse(RecordStore.Stored stored) {
        return fhir.newJsonParser().parseResource(DocumentReference.class, stored.resource());
    }
}
