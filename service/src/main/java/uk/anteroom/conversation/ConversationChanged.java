package uk.anteroom.conversation;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;

/** In the conversation with a patient something was written or read. */
public record ConversationChanged(PracticeId practice, PatientId patient) {}
