package uk.anteroom.patientweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.invitation.Visit;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextField;

/**
 * What a usable link shows: is it you? By date of birth with the consent, or by signing in for a patient with an account.
 *
 * @param signIn where passkeys sign in
 * @param signedIn whether somebody is signed in to an account of this practice, and only has to press
 * @param path the link's own path, under which its forms are posted
 */
record LinkPage(
        String path,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        String clinicianName,
        String clinicianShort,
        boolean account,
        String signIn,
        boolean signedIn,
        @Nullable DateField birth,
        @Nullable Checkbox consent,
        @Nullable TextField email,
        @Nullable TextField password,
        List<Complaint> complaints) {

    static LinkPage byBirth(String path, Visit visit, DateField birth, Checkbox consent, List<Complaint> complaints) {
        return of(path, visit, false, false, birth, consent, null, null, complaints);
    }

    static LinkPage byAccount(
            String path,
            Visit visit,
            boolean signedIn,
            TextField email,
            TextField password,
            List<Complaint> complaints) {
        return of(path, visit, true, signedIn, null, null, email, password, complaints);
    }

    private static LinkPage of(
            String path,
            Visit visit,
            boolean account,
            boolean signedIn,
            @Nullable DateField birth,
            @Nullable Checkbox consent,
            @Nullable TextField email,
            @Nullable TextField password,
            List<Complaint> complaints) {
        return new LinkPage(
                path,
                visit.practice().name(),
                visit.practice().telephone(),
                visit.practice().telephoneHref(),
                visit.clinician().name(),
                visit.clinician().shortName(),
                account,
                "/p/" + visit.practice().publicCode() + "/sign-in/passkey",
                signedIn,
                birth,
                consent,
                email,
                password,
                complaints);
    }
}
