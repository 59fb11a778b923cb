package uk.anteroom.demo.record;

/** The names of systems that the record speaks of. */
final class Codes {

    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    static final String SNOMED = "http://snomed.info/sct";
    /** Whatever carries an identifier of this system came from Anteroom. */
    static final String ANTEROOM = "https://anteroom.uk/id/consultation";

    private Codes() {}
}
