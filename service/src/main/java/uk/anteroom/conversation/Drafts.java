package uk.anteroom.conversation;

import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/**
 * What somebody has begun to write and not sent: kept with every change, shown to nobody else, and gone with the message that comes of it. Whoever is called
 * away, or signed out, finds it where they left it.
 */
@Service
public class Drafts {

    /** What a browser may hold before a text is refused for its length, which is said when it is sent. */
    private static final int LONGEST = 4 * MessageText.LONGEST;

    private final DraftStore store;
    private final Patients patients;
    private final PracticeTransactions transactions;

    Drafts(DraftStore store, Patients patients, PracticeTransactions transactions) {
        this.store = store;
        this.patients = patients;
        this.transactions = transactions;
    }

    /** Keeps what a member of staff has typed so far; nothing but blanks is no draft. False if there is no such patient, or it is too long to keep. */
    public boolean keep(StaffMember by, PatientId patient, String text) {
        by.mustInvite();
        return keep(by.practice(), patient, by.id().value(), text);
    }

    /** The same for the reply of the patient, or of who cares for them: each has their own. */
    public boolean keep(ConversationVisit visit, String text) {
        return keep(visit.practice().id(), visit.patient(), visit.by().value(), text);
    }

    private boolean keep(PracticeId practice, PatientId patient, UUID writer, String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        return transactions.in(practice, () -> {
            if (patients.find(practice, patient).isEmpty()) {
                return false;
            }
            if (text.isBlank()) {
                store.drop(practice, patient, writer);
            } else {
                store.keep(practice, patient, writer, text);
            }
            return true;
        });
    }

    /** What a member of staff has begun to write to a patient; empty if nothing. */
    public String of(StaffMember by, PatientId patient) {
        by.mustInvite();
        return of(by.practice(), patient, by.id().value());
    }

    /** The same of the patient's reply. */
    public String of(ConversationVisit visit) {
        return of(visit.practice().id(), visit.patient(), visit.by().value());
    }

    private String of(PracticeId practice, PatientId patient, UUID writer) {
        return transactions.in(
                practice, () -> store.find(practice, patient, writer).orElse(""));
    }
}
