package uk.anteroom.conversation;

import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;

/** Somebody stands at the door with a link or a device of ours: where it leads. */
public record ConversationVisit(Practice practice, PatientId patient) {}
