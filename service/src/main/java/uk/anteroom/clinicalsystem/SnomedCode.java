package uk.anteroom.clinicalsystem;

import java.util.stream.Stream;

/** A concept of SNOMED CT. */
public record SnomedCode(String code, String display) {

    public static final String SYSTEM = "http://snomed.info/sct";

    /** What a completed consultation is coded with. */
    public static final SnomedCode CONSULTATION_VIA_VIDEO_CONFERENCE =
            new SnomedCode("719410009", "Consultation via video conference");

    /** What one is coded with that ended by telephone, where the practice wants to tell them apart. */
    public static final SnomedCode TELEPHONE_CONSULTATION = new SnomedCode("386472008", "Telephone consultation");

    /** One of those above. */
    static SnomedCode of(String code) {
        return Stream.of(CONSULTATION_VIA_VIDEO_CONFERENCE, TELEPHONE_CONSULTATION)
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A code that we never write: " + code));
    }
}
