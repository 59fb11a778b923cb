package uk.anteroom.practicelist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import uk.anteroom.needs.ToldNeeds;

/**
 * What a FHIR R4 Patient says of how to make ourselves understood: as HL7 writes it, and as UK Core did, which the NHS Personal Demographics Service
 * still does.
 */
final class RecordNeeds {

    private static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";
    private static final String COMMUNICATION =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication";
    private static final String PREFERENCE =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactPreference";
    private static final String FORMAT = "PreferredWrittenCommunicationFormat";
    /** Of UK Core's code system of that name. */
    private static final String LARGE_PRINT = "11";

    /** A language somebody may be spoken to in. */
    private record Spoken(CodeableConcept language, boolean preferred) {}

    private RecordNeeds() {}

    static ToldNeeds of(Patient said) {
        return ToldLanguage.needs(largePrint(said), null, interpreter(said), language(said));
    }

    /** The preferred one, or the only one; of several without a preference nobody knows. */
    private static @Nullable Locale language(Patient said) {
        List<Spoken> all = Stream.concat(
                        said.getCommunication().stream().map(one -> new Spoken(one.getLanguage(), one.getPreferred())),
                        said.getExtensionsByUrl(COMMUNICATION).stream().map(RecordNeeds::spoken))
                .toList();
        boolean preference = all.stream().anyMatch(Spoken::preferred);
        List<Locale> languages = all.stream()
                .filter(one -> one.preferred() || !preference)
                .flatMap(one -> read(one.language()).stream())
                .distinct()
                .toList();
        return languages.size() == 1 ? languages.getFirst() : null;
    }

    private static Spoken spoken(Extension communication) {
        return new Spoken(
                concept(communication, "language"),
                Boolean.TRUE.equals(told(communication.getExtensionByUrl("preferred"))));
    }

    private static Optional<Locale> read(CodeableConcept language) {
        return Stream.concat(
                        language.getCoding().stream().map(Coding::getCode),
                        Stream.concat(
                                language.getCoding().stream().map(Coding::getDisplay),
                                Stream.ofNullable(language.getText())))
                .filter(text -> text != null)
                .flatMap(text -> ToldLanguage.read(text).stream())
                .findFirst();
    }

    private static @Nullable Boolean interpreter(Patient said) {
        List<Boolean> told = Stream.concat(
                        said.getExtensionsByUrl(INTERPRETER).stream(),
                        said.getExtensionsByUrl(COMMUNICATION).stream()
                                .flatMap(one -> one.getExtensionsByUrl("interpreterRequired").stream()))
                .flatMap(one -> Stream.ofNullable(told(one)))
                .toList();
        return told.isEmpty() ? null : told.contains(true);
    }

    private static @Nullable Boolean largePrint(Patient said) {
        List<Coding> formats = said.getExtensionsByUrl(PREFERENCE).stream()
                .flatMap(one -> concept(one, FORMAT).getCoding().stream())
                .toList();
        return formats.isEmpty() ? null : formats.stream().anyMatch(one -> LARGE_PRINT.equals(one.getCode()));
    }

    private static CodeableConcept concept(Extension of, String part) {
        Extension found = of.getExtensionByUrl(part);
        return found != null && found.getValue() instanceof CodeableConcept concept ? concept : new CodeableConcept();
    }

    private static @Nullable Boolean told(@Nullable Extension extension) {
        return extension != null && extension.getValue() instanceof BooleanType told ? told.getValue() : null;
    }
}
