package uk.anteroom.patientweb;

import java.util.List;
import java.util.Locale;
import uk.anteroom.guest.GuestVisit;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;

/**
 * What a guest's link shows: is it you, and do you agree?
 *
 * @param path the link's own path, under which its form is posted
 * @param role the role as a message's last word
 */
record GuestLinkPage(
        String path,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        String clinicianName,
        String clinicianShort,
        String role,
        Checkbox consent,
        List<Complaint> complaints) {

    static GuestLinkPage of(String path, GuestVisit visit, Checkbox consent, List<Complaint> complaints) {
        return new GuestLinkPage(
                path,
                visit.practice().name(),
                visit.practice().telephone(),
                visit.practice().telephoneHref(),
                visit.clinician().name(),
                visit.clinician().shortName(),
                visit.guest().role().name().toLowerCase(Locale.ROOT),
                consent,
                complaints);
    }
}
