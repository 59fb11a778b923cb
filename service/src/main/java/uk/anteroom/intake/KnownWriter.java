package uk.anteroom.intake;

import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;

/**
 * Who writes, known by their account.
 *
 * @param patient whom it is about
 * @param carer who writes it for them; null if they do themselves
 */
public record KnownWriter(PatientId patient, @Nullable PatientId carer) {}
