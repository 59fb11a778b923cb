package uk.anteroom.patientweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.DateField;
import uk.anteroom.web.TextField;

/**
 * What the link of a message shows: is it you? By date of birth with the consent, or by signing in for a patient with an account.
 *
 * @param signIn where passkeys sign in
 * @param signedIn whether somebody is signed in to an account of this practice, and only has to press
 * @param path the link's own path, under which its forms are posted
 */
record MessageLinkPage(
        String path,
        String practiceName,
        String practiceTelephone,
        String practiceTelephoneHref,
        boolean account,
        String signIn,
        boolean signedIn,
        @Nullable DateField birth,
        @Nullable Checkbox consent,
        @Nullable TextField email,
        @Nullable TextField password,
        List<Complaint> complaints) {

    static MessageLinkPage byBirth(
            String path, Practice practice, DateField birth, Checkbox consent, List<Complaint> complaints) {
        return of(path, practice, false, false, birth, consent, null, null, complaints);
    }

    static MessageLinkPage byAccount(
            String path,
            Practice practice,
            boolean signedIn,
            TextField email,
            TextField password,
            List<Complaint> complaints) {
        return of(path, practice, true, signedIn, null, null, email, password, complaints);
    }

    private static MessageLinkPage of(
            String path,
            Practice practice,
            boolean account,
            boolean signedIn,
            @Nullable DateField birth,
            @Nullable Checkbox consent,
            @Nullable TextField email,
            @Nullable TextField password,
            List<Complaint> complaints) {
        return new MessageLinkPage(
                path,
                practice.name(),
                practice.telephone(),
                practice.telephoneHref(),
                account,
                "/p/" + practice.publicCode() + "/sign-in/passkey",
                signedIn,
                birth,
                consent,
                email,
                password,
                complaints);
    }
}
