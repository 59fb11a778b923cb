package uk.anteroom.patientweb;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestVisit;
import uk.anteroom.invitation.Visit;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.StaffMember;

/**
 * The waiting room and the call, for a device that was bound to a place.
 *
 * @param peopleUrl tells who is in the call
 * @param guest whether it is for a third person and not for the patient
 * @param startsWithCamera whether the camera is asked for first
 */
record VisitPage(
        String passUrl,
        String signalUrl,
        String peopleUrl,
        boolean guest,
        boolean startsWithCamera,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        String clinicianName,
        String clinicianShort,
        String exitUrl,
        List<CheckWords.Word> checkWords) {

    static VisitPage of(Visit visit, URI exit, Locale locale) {
        return of("/visit", false, true, visit.practice(), visit.clinician(), exit, locale);
    }

    static VisitPage of(GuestVisit visit, URI exit, Locale locale) {
        Guest guest = visit.guest();
        return of("/guest", true, guest.role().startsWithCamera(), visit.practice(), visit.clinician(), exit, locale);
    }

    private static VisitPage of(
            String path,
            boolean guest,
            boolean startsWithCamera,
            Practice practice,
            StaffMember clinician,
            URI exit,
            Locale locale) {
        return new VisitPage(
                path + "/pass",
                "/signal",
                path + "/people",
                guest,
                startsWithCamera,
                practice.name(),
                practice.telephone(),
                practice.telephoneHref(),
                clinician.name(),
                clinician.shortName(),
                exit.toString(),
                CheckWords.in(locale));
    }
}
