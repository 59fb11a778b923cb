package uk.anteroom.fileexchange;

import java.util.UUID;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffMember;

/**
 * For whom addresses of files are made, and where they read.
 *
 * @param who what an address is bound to beside the practice; stands in none
 * @param below what the addresses begin with
 * @param newTab whether a file opens in one, so that a call beside it goes on
 */
public record FileReader(PracticeId practice, String who, String below, boolean newTab) {

    /** The same conversation stands on a page and in the call, so it is always a new tab. */
    public static FileReader staff(StaffMember by, PatientId patient) {
        return new FileReader(by.practice(), "staff/" + by.id(), "/patients/" + patient + "/messages/files", true);
    }

    /** Somebody who reads a request. */
    public static FileReader request(StaffMember by, UUID request) {
        return new FileReader(by.practice(), "staff/" + by.id(), "/requests/" + request + "/files", true);
    }

    /** The patient, in a call or outside of one. */
    public static FileReader patient(PracticeId practice, PatientId patient, String conversation, boolean inCall) {
        return new FileReader(practice, "patient/" + patient + "/" + conversation, conversation + "/files", inCall);
    }

    /** Whoever is signed in to an account and reads a request of a patient: themselves, or somebody they care for. */
    public static FileReader account(PracticeId practice, PatientId holder, PatientId patient, UUID request) {
        String who = "account/" + holder + "/" + patient;
        return new FileReader(practice, who, "/account/requests/" + request + "/files", false);
    }
}
