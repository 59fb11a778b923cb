package uk.anteroom.invitation;

import uk.anteroom.consultation.Consultation;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.StaffMember;

/** Somebody stands at the door with a link or a device of ours: where it leads. */
public record Visit(Practice practice, StaffMember clinician, Consultation consultation, Invitation invitation) {}
