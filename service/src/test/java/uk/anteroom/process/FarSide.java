package uk.anteroom.process;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import uk.anteroom.kernel.NhsNumber;

/** A real clinical system: HAPI's JPA server in a process of its own. */
final class FarSide implements AutoCloseable {

    private final Process process;
    private final IGenericClient client;
    private final String address;

    private FarSide(Process process, int port) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port + "/fhir";
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        fhir.getRestfulClientFactory().setSocketTimeout(60_000);
        this.client = fhir.newRestfulGenericClient(address);
    }

    /** One that forgets everything when it ends. */
    static FarSide start() throws IOException {
        return start(List.of());
    }

    /** One that keeps its record in a database, and can be killed. */
    static FarSide on(String databaseUrl) throws IOException {
        return start(List.of(databaseUrl));
    }

    private static FarSide start(List<String> arguments) throws IOException {
        Path built = Path.of("../e2e/fhir-server/target");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                built.resolve("fhir-server.jar") + ":" + built.resolve("lib") + "/*",
                "uk.anteroom.fhirserver.FhirServer"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("READY ")) {
                drain(said);
                return new FarSide(process, Integer.parseInt(line.substring("READY ".length())));
            }
        }
        throw new AssertionError(
                "The FHIR server did not start; build it with: mvn -f e2e/fhir-server/pom.xml package");
    }

    /** A full pipe would stop the server. */
    private static void drain(BufferedReader said) {
        Thread.ofVirtual().start(() -> {
            try {
                while (said.readLine() != null) {
                    // nobody reads it
                }
            } catch (IOException e) {
                // it has ended
            }
        });
    }

    String address() {
        return address;
    }

    void knows(NhsNumber number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("https://fhir.nhs.uk/Id/nhs-number").setValue(number.value());
        client.create().resource(patient).execute();
    }

    /** What stands in the record under our identifier. */
    Bundle entries(UUID consultation) {
        return client.search()
                .forResource(Encounter.class)
                .where(Encounter.IDENTIFIER
                        .exactly()
                        .systemAndIdentifier("https://anteroom.uk/id/consultation", consultation.toString()))
                .returnBundle(Bundle.class)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .execute();
    }

    /** How many resources of a kind stand in the record. */
    int count(Class<? extends IBaseResource> kind) {
        return client.search()
                .forResource(kind)
                .totalMode(SearchTotalModeEnum.ACCURATE)
                .returnBundle(Bundle.class)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .execute()
                .getTotal();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As the power does it. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
