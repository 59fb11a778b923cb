package uk.anteroom.accountweb;

import uk.anteroom.practice.Practice;

/** What every page of an account says about whose practice it is. */
record AccountShell(String code, String practiceName, String practiceTelephone, String practiceTelephoneHref) {

    static AccountShell of(Practice practice) {
        return new AccountShell(practice.publicCode(), practice.name(), practice.telephone(), practice.telephoneHref());
    }

    /** Where pages of this practice are. */
    public String at(String page) {
        return "/p/" + code + page;
    }
}
