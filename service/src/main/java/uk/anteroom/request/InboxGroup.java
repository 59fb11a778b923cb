package uk.anteroom.request;

import java.util.Set;
import uk.anteroom.practice.StaffId;

/** Some of the staff who share an inbox, such as those who look after prescriptions. */
public record InboxGroup(GroupId id, String name, Set<StaffId> members) {}
