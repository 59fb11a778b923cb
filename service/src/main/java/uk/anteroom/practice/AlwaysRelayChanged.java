package uk.anteroom.practice;

/** A practice manager has decided whether addresses are hidden. */
public record AlwaysRelayChanged(StaffMember by, boolean on) {}
