package uk.anteroom.publicweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All answers before they are sent.
 *
 * @param writesFor whom a carer writes for; null for everybody else
 * @param tooMany whether a limit kept it from being sent just now
 */
record CheckPage(Surgery surgery, String back, @Nullable String writesFor, List<Row> rows, boolean tooMany) {

    /** One answer, and where to change it. */
    record Row(String asked, List<String> answered, String change) {}
}
