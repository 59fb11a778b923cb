package uk.anteroom.practice;

/** A practice manager has decided whether consultations that ended by telephone are coded as such. */
public record CodesTelephoneChanged(StaffMember by, boolean on) {}
