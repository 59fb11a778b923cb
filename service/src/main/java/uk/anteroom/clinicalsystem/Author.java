package uk.anteroom.clinicalsystem;

import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.StaffMember;

/**
 * Who is answerable for an entry, and for which practice.
 *
 * @param registration as {@code system|value}; null if they have none
 */
record Author(String name, @Nullable String registration, String odsCode) {

    static Author of(StaffMember staff, String odsCode) {
        return new Author(staff.name(), staff.registration(), odsCode);
    }
}
