package uk.anteroom.practice;

/**
 * A practice manager has changed a setting of the practice.
 *
 * @param act in the words of the audit, such as {@code practice.telephone_changed}
 */
public record SettingChanged(StaffMember by, String act) {}
