package uk.anteroom.patientweb;

import uk.anteroom.practice.Practice;

/** Says that a device was forgotten. */
record LeftPage(String practiceName, String practiceTelephone, String practiceTelephoneHref) {

    static LeftPage of(Practice practice) {
        return new LeftPage(practice.name(), practice.telephone(), practice.telephoneHref());
    }
}
