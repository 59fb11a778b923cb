package uk.anteroom.web;

import org.jspecify.annotations.Nullable;

/** How the parts of a field are named, as nhsuk-frontend names them. */
final class FieldIds {

    private FieldIds() {}

    static @Nullable String describedBy(String id, @Nullable String hint, @Nullable String error) {
        if (hint != null && error != null) {
            return id + "-hint " + id + "-error";
        }
        return hint != null ? id + "-hint" : error != null ? id + "-error" : null;
    }
}
