package uk.anteroom.desktop;

import uk.anteroom.practice.StaffMember;

/** Where somebody's program leads them in the browser. */
public record Way(StaffMember by, Destination to) {}
