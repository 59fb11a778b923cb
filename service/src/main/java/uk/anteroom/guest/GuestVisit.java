package uk.anteroom.guest;

import uk.anteroom.consultation.Consultation;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.StaffMember;

/** A guest stands at the door with a link or a device of ours: where it leads. */
public record GuestVisit(Practice practice, StaffMember clinician, Consultation consultation, Guest guest) {}
