package uk.anteroom.accountweb;

import org.jspecify.annotations.Nullable;

/**
 * One video call of a patient.
 *
 * @param seen when the patient was let in; null if they were not
 * @param ended null while it has not
 * @param join what leads to the link; null if none leads into the call
 * @param request where the request stands that it came from; null if it came from none
 */
record AccountConsultationPage(
        AccountShell shell,
        String with,
        AccountConsultationState state,
        String invited,
        @Nullable String seen,
        @Nullable String ended,
        @Nullable String join,
        @Nullable String request) {}
