package uk.anteroom.smart;

import uk.anteroom.kernel.PracticeId;

/**
 * A clinical system that a practice has allowed to send its staff in.
 *
 * @param issuer its FHIR base address, exactly as it names itself in a launch
 * @param clientId how it knows us
 */
public record SmartSystem(PracticeId practice, String issuer, String clientId) {}
