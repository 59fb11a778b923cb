package uk.anteroom.clinicalsystem;

/** A concept of SNOMED CT. */
public record SnomedCode(String code, String display) {

    public static final String SYSTEM = "http://snomed.info/sct";

    /** What a completed consultation is coded with. */
    public static final SnomedCode CONSULTATION_VIA_VIDEO_CONFERENCE =
            new SnomedCode("719410009", "Consultation via video conference");
}
