package uk.anteroom.clinicalsystem;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clinical system that speaks FHIR R4. */
@Component
class FhirClinicalSystem implements ClinicalSystem {

    private static final int CONNECT_MILLIS = 3_000;
    /** A transaction in a busy record may take seconds; longer counts as no answer, and is asked again. */
    private static final int ANSWER_MILLIS = 15_000;

    /** To one clinical system: as many as there are threads for jobs. */
    private static final int AT_ONCE = 10;

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY = 429;
    private static final int NOT_IMPLEMENTED = 501;

    private final Clock clock;
    private final FhirContext fhir;

    FhirClinicalSystem(Clock clock) {
        this.clock = clock;
        this.fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        fhir.getRestfulClientFactory().setHttpClient(client());
    }

    /** Follows no redirect, keeps no cookie, waits for nobody, and reads nothing long. */
    private static HttpClient client() {
        return HttpClientBuilder.create()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(ANSWER_MILLIS)
                        .build())
                .setMaxConnPerRoute(AT_ONCE)
                .setMaxConnTotal(10 * AT_ONCE)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .addInterceptorLast(new ShortAnswers())
                .build();
    }

    /** Reading FHIR's definitions takes seconds; better now than while somebody looks at "It is being saved". */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual()
                .start(() -> List.of(
                                "Bundle",
                                "Encounter",
                                "DocumentReference",
                                "Communication",
                                "Provenance",
                                "OperationOutcome")
                        .forEach(fhir::getResourceDefinition));
    }

    @Override
    public WriteResult write(URI address, Writing writing) {
        WriteResult result = send(address, FhirTransaction.write(writing));
        // all or nothing: what it refused, it has kept nothing of
        return writing instanceof Writing.Filed filed && filed.document().message() != null && mayBeTheMessage(result)
                ? send(address, FhirTransaction.write(filed.withoutMessage()))
                : result;
    }

    /** A clinical system need not know Communications, nor let us write them: then the words are saved without. */
    private static boolean mayBeTheMessage(WriteResult result) {
        return result instanceof WriteResult.Refused(EntryProblem refused) && refused == EntryProblem.REFUSED
                || result instanceof WriteResult.NotNow(EntryProblem problem) && problem == EntryProblem.NOT_AUTHORISED;
    }

    @Override
    public WriteResult retract(URI address, Writing writing) {
        return send(address, FhirTransaction.retract(writing, clock.millis()));
    }

    private WriteResult send(URI address, Bundle transaction) {
        IGenericClient client = fhir.newRestfulGenericClient(address.toString());
        try {
            return confirmed(client.transaction().withBundle(transaction).execute());
        } catch (FhirClientConnectionException | NonFhirResponseException e) {
            return new WriteResult.NotNow(EntryProblem.UNREACHABLE);
        } catch (AuthenticationException | ForbiddenOperationException e) {
            return new WriteResult.NotNow(EntryProblem.NOT_AUTHORISED);
        } catch (BaseServerResponseException e) {
            return byStatus(e.getStatusCode());
        }
    }

    /** Only an answer that says what became of the entry counts: a proxy's friendly page does not. */
    private static WriteResult confirmed(Bundle answer) {
        Bundle.BundleEntryResponseComponent response =
                answer.hasEntry() ? answer.getEntryFirstRep().getResponse() : new Bundle.BundleEntryResponseComponent();
        String status = response.getStatus();
        boolean done = status != null && (status.startsWith("200") || status.startsWith("201"));
        return done && response.hasLocation()
                ? new WriteResult.Saved(response.getLocation())
                : new WriteResult.NotNow(EntryProblem.UNREACHABLE);
    }

    private static WriteResult byStatus(int status) {
        return switch (status) {
            // another try of ours, or of a race, is being stored right now
            case CONFLICT, TOO_MANY -> new WriteResult.NotNow(EntryProblem.BUSY);
            // waiting does not teach it
            case NOT_IMPLEMENTED -> new WriteResult.Refused(EntryProblem.REFUSED);
            case PRECONDITION_FAILED -> new WriteResult.Refused(EntryProblem.NO_SUCH_PATIENT);
            default ->
                status >= 400 && status < 500
                        ? new WriteResult.Refused(EntryProblem.REFUSED)
                        : new WriteResult.NotNow(EntryProblem.UNREACHABLE);
        };
    }
}
