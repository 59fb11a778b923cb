package uk.anteroom.publicweb;

import java.util.List;

/**
 * All answers before they are sent.
 *
 * @param tooMany whether a limit kept it from being sent just now
 */
record CheckPage(Surgery surgery, String back, List<Row> rows, boolean tooMany) {

    /** One answer, and where to change it. */
    record Row(String asked, List<String> answered, String change) {}
}
