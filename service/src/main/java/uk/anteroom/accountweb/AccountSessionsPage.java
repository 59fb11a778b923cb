package uk.anteroom.accountweb;

import java.util.List;

/** Everywhere an account is signed in. */
record AccountSessionsPage(AccountShell shell, List<Row> rows) {

    /**
     * One place.
     *
     * @param here whether it is this browser
     */
    record Row(String id, String device, String about, boolean here) {}
}
