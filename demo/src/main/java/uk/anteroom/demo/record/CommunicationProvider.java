package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;

/** Communication: read, and search by identifier. They come in by transaction only. */
public final class CommunicationProvider implements IResourceProvider {

    private final DocumentStore store;
    private final FhirContext fhir;

    CommunicationProvider(DocumentStore store, FhirContext fhir) {
        this.store = store;
        this.fhir = fhir;
    }

    @Override
    public Class<Communication> getResourceType() {
        return Communication.class;
    }

    @Read
    public Communication read(@IdParam IdType id) {
        return PatientProvider.uuid(id.getIdPart())
                .flatMap(message -> store.read("Communication", message))
                .map(this::parse)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public List<Communication> search(@RequiredParam(name = Communication.SP_IDENTIFIER) TokenParam identifier) {
        return store.of(TokenValue.read(identifier.getSystem() + "|" + identifier.getValue())).stream()
                .map(this::parse)
                .toList();
    }

    private Communication parse(RecordStore.Stored stored) {
        return fhir.newJsonParser().parseResource(Communication.class, stored.resource());
    }
}
