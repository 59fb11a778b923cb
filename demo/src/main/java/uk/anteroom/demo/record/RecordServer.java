package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The record over FHIR R4. While it is switched off it answers as a clinical system behind a proxy does: 503. */
final class RecordServer extends RestfulServer {

    private static final long serialVersionUID = 1;

    static final String PATH = "/demo/clinical-system/fhir";

    /** Searches whose next page can still be asked for; the oldest is forgotten first. */
    private static final int SEARCHES = 50;

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1000;

    private final transient RecordStore store;

    RecordServer(RecordStore store, DocumentStore documents, FhirContext fhir) {
        super(fhir);
        this.store = store;
        Encounters encounters = new Encounters(store, fhir);
        setResourceProviders(
                new PatientProvider(store),
                new EncounterProvider(store, encounters, fhir),
                new DocumentProvider(documents, fhir),
                new CommunicationProvider(documents, fhir),
                new ProvenanceProvider(store, fhir));
        registerProvider(new TransactionProvider(
                new RecordTransaction(store, encounters, new Documents(documents, encounters, fhir), fhir)));
        setServerName("Demo clinical system");
        setDefaultPrettyPrint(true);
        FifoMemoryPagingProvider pages = new FifoMemoryPagingProvider(SEARCHES);
        pages.setDefaultPageSize(PAGE);
        pages.setMaximumPageSize(LARGEST_PAGE);
        setPagingProvider(pages);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (store.reachable()) {
            super.service(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("text/plain");
            response.getWriter().print("The demo clinical system was made to fail");
        }
    }
}
