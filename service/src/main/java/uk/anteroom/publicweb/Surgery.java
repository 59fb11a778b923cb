package uk.anteroom.publicweb;

import uk.anteroom.practice.Practice;

/** The practice as every page of this door names it. */
record Surgery(String name, String telephone, String telephoneHref, String path) {

    static Surgery of(Practice practice) {
        return new Surgery(
                practice.name(), practice.telephone(), practice.telephoneHref(), "/p/" + practice.publicCode());
    }

    public String ask() {
        return path + "/ask";
    }
}
