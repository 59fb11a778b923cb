package uk.anteroom.clinicalsystem;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;
import uk.anteroom.kernel.NhsNumber;

/**
 * What we write is FHIR R4, by HL7's own validator. Where a folder with the UK Core definitions is named (system property {@code ukcore.definitions}), it is
 * UK Core, too.
 */
class ValidatedTest {

    private static final FhirContext FHIR = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private static final Author AMARA =
            new Author("Dr Amara Okafor", "https://fhir.hl7.org.uk/Id/gmc-number|C1234567", "A83008");
    private static final Instant AT = Instant.parse("2026-11-22T10:31:00Z");
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final NhsNumber ROSA = new NhsNumber("9990147256");

    private static final Writing ENCOUNTER = new Writing.Encounter(
            ID,
            SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE,
            ROSA,
            AMARA,
            AT,
            AT.plusSeconds(600),
            AT.plusSeconds(610));
    private static final Writing BY_PHONE = new Writing.Encounter(
            ID, SnomedCode.TELEPHONE_CONSULTATION, ROSA, AMARA, AT, AT.plusSeconds(600), AT.plusSeconds(610));
    private static final Writing PHOTO = new Writing.Filed(
            ID,
            UUID.randomUUID(),
            new Document("Clinical photo: ear, left", "image/jpeg", new byte[] {1, 2, 3}, AT, null),
            ROSA,
            AMARA,
            AT);
    private static final Writing MESSAGE = new Writing.Filed(
            ID,
            null,
            new Document("Message to the patient", "text/plain;charset=UTF-8", new byte[] {72, 105}, AT, ID),
            ROSA,
            AMARA,
            AT);
    private static final Writing FILE = new Writing.Filed(
            ID,
            null,
            new Document("Exercises.pdf", "application/pdf", new byte[] {1, 2, 3}, AT, UUID.randomUUID()),
            ROSA,
            AMARA,
            AT);

    @Test
    void whatIsWrittenAndWhatIsRetractedIsValid() {
        for (Writing writing : List.of(ENCOUNTER, BY_PHONE, PHOTO, MESSAGE, FILE)) {
            for (Bundle bundle :
                    List.of(FhirTransaction.write(writing), FhirTransaction.retract(writing, AT.toEpochMilli()))) {
                bundle.getEntry()
                        .forEach(entry -> assertThat(errors(entry.getResource()))
                                .as(entry.getResource().fhirType())
                                .isEmpty());
            }
        }
    }

    @Test
    void theValidatorDoesNoticeWhatIsMissing() {
        Encounter without =
                (Encounter) FhirTransaction.write(ENCOUNTER).getEntryFirstRep().getResource();
        without.setStatus(null);
        assertThat(errors(without)).isNotEmpty();
    }

    @Test
    void messageStandsBesideItsWordsAndNowhereElse() {
        assertThat(types(ENCOUNTER)).containsExactly("Encounter", "Provenance");
        assertThat(types(FILE)).containsExactly("DocumentReference", "Provenance");
        assertThat(types(MESSAGE)).containsExactly("DocumentReference", "Communication", "Provenance");
    }

    private static List<String> types(Writing writing) {
        return FhirTransaction.write(writing).getEntry().stream()
                .map(entry -> entry.getResource().fhirType())
                .toList();
    }

    private static List<String> errors(IBaseResource resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .filter(message -> !unknowable(message))
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /** Without UK Core's definitions its profile cannot be looked up, and without a terminology server no SNOMED code. */
    private static boolean unknowable(SingleValidationMessage message) {
        String text = message.getMessage();
        return System.getProperty("ukcore.definitions") == null && text.contains("UKCore-Encounter")
                || text.contains("http://snomed.info/sct");
    }

    private static FhirValidator validator() {
        PrePopulatedValidationSupport ukCore = new PrePopulatedValidationSupport(FHIR);
        String folder = System.getProperty("ukcore.definitions");
        if (folder != null) {
            load(Path.of(folder), ukCore);
        }
        return FHIR.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(FHIR),
                        ukCore,
                        new SnapshotGeneratingValidationSupport(FHIR),
                        new CommonCodeSystemsTerminologyService(FHIR),
                        new InMemoryTerminologyServerValidationSupport(FHIR))));
    }

    private static void load(Path folder, PrePopulatedValidationSupport into) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (text.contains("<StructureDefinition")
                        || text.contains("<ValueSet")
                        || text.contains("<CodeSystem")) {
                    into.addResource(FHIR.newXmlParser().parseResource(text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
