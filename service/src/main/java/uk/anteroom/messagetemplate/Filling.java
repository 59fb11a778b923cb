package uk.anteroom.messagetemplate;

import uk.anteroom.practice.Practice;
import uk.anteroom.practice.StaffMember;

/** What the placeholders become in one message. Hides itself when printed. */
public record Filling(String firstName, String clinician, String surgery, String telephone) {

    static Filling of(String firstName, StaffMember writer, Practice practice) {
        return new Filling(firstName, writer.name(), practice.name(), practice.telephone());
    }

    public String of(Placeholder placeholder) {
        return switch (placeholder) {
            case FIRST_NAME -> firstName;
            case CLINICIAN -> clinician;
            case SURGERY -> surgery;
            case TELEPHONE -> telephone;
        };
    }

    @Override
    public String toString() {
        return "Filling(hidden)";
    }
}
