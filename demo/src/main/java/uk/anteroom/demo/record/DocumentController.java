package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.anteroom.web.NotFound;

/** What is inside a document of the record. */
@Controller
class DocumentController {

    static final String HREF = "/demo/clinical-system/documents/";

    private static final String ANTEROOM_DOCUMENT = "https://anteroom.uk/id/document";

    private final DocumentStore store;
    private final FhirContext fhir;

    DocumentController(DocumentStore store, FhirContext recordContext) {
        this.store = store;
        this.fhir = recordContext;
    }

    @GetMapping(HREF + "{identifier}")
    ResponseEntity<byte[]> open(@PathVariable String identifier) {
        Attachment attachment = store.of(new TokenValue(ANTEROOM_DOCUMENT, identifier))
                .map(stored -> fhir.newJsonParser().parseResource(DocumentReference.class, stored.resource()))
                .orElseThrow(NotFound::new)
                .getContentFirstRep()
                .getAttachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.getContentType()))
                .body(attachment.getData());
    }
}
