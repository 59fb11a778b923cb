package uk.anteroom.patientweb;

import uk.anteroom.invitation.Visit;

/** The waiting room and the call, for a device whose holder passed the identity check. */
record VisitPage(
        String passUrl,
        String signalUrl,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        String clinicianName,
        String clinicianShort) {

    static VisitPage of(Visit visit) {
        return new VisitPage(
                "/visit/pass",
                "/signal",
                visit.practice().name(),
                visit.practice().telephone(),
                visit.practice().telephoneHref(),
                visit.clinician().name(),
                visit.clinician().shortName());
    }
}
