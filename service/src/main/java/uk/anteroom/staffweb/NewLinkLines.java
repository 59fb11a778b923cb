package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.NewLink;
import uk.anteroom.invitation.NewLinks;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The patients who asked for a new link and got none, wherever staff look for who needs them. */
@Component
class NewLinkLines {

    private final NewLinks newLinks;
    private final Invitations invitations;
    private final Consultations consultations;
    private final Patients patients;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    NewLinkLines(
            NewLinks newLinks,
            Invitations invitations,
            Consultations consultations,
            Patients patients,
            Staff staff,
            MessageSource words,
            ShownTimes times) {
        this.newLinks = newLinks;
        this.invitations = invitations;
        this.consultations = consultations;
        this.patients = patients;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    /**
     * One of them.
     *
     * @param asked when, and how often
     * @param sentTo where the link went that they hold; null where it is not known any more
     * @param care whether to make sure first that it is them
     * @param invite where they are invited again
     * @param action where the press is posted that takes the line away
     */
    record Line(
            String patient,
            String born,
            String clinician,
            String asked,
            @Nullable String sentTo,
            String why,
            boolean care,
            String invite,
            String action) {}

    List<Line> of(StaffMember by) {
        return newLinks.lines(by).stream().map(line -> line(by, line)).toList();
    }

    private Line line(StaffMember by, NewLink line) {
        Patient patient = patients.find(by.practice(), line.patient()).orElseThrow();
        Consultation consultation =
                consultations.find(by.practice(), line.consultation()).orElseThrow();
        @Nullable Invitation invitation = invitations.of(by, line.consultation()).stream()
                .filter(sent -> sent.id().equals(line.invitation()))
                .findFirst()
                .orElse(null);
        String asked = line.times() == 1
                ? say("new-link.asked", times.dayAndTime(line.askedAt()))
                : say("new-link.asked.times", times.dayAndTime(line.askedAt()), line.times());
        return new Line(
                patient.name(),
                Born.shown(patient),
                staff.evenIfLeft(by.practice(), consultation.clinician()).name(),
                asked,
                invitation == null || patient.restricted()
                        ? null
                        : invitation.to().shown(),
                say("new-link.why." + line.why().name().toLowerCase(Locale.ROOT)),
                line.why() == NewLink.Why.LOCKED,
                invite(consultation),
                "/new-links/" + line.id() + "/dismissal");
    }

    /** What answered a request still does. */
    private static String invite(Consultation consultation) {
        return consultation.request() != null && consultation.outcome() == null
                ? "/requests/" + consultation.request() + "?invite"
                : "/patients/" + consultation.patient() + "?video";
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
