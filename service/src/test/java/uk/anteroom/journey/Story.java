package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.account.Caller;
import uk.anteroom.account.PasskeyChange;
import uk.anteroom.account.Passkeys;
import uk.anteroom.account.Recoveries;
import uk.anteroom.account.SignIns;
import uk.anteroom.account.SigningIn;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.SurveyAnswers;
import uk.anteroom.attempt.Told;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Seats;
import uk.anteroom.carer.CareRequest;
import uk.anteroom.carer.Carers;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.Freedom;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.consultation.SafeToTalk;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.conversation.Replying;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.duty.Duty;
import uk.anteroom.duty.DutyList;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestId;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.guest.Guests;
import uk.anteroom.guest.Inviting;
import uk.anteroom.invitation.Handovers;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.NewLinks;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Claim;
import uk.anteroom.patient.ContactChoices;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practicelist.ListFiles;
import uk.anteroom.practicelist.ListReadings;
import uk.anteroom.request.RequestId;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.SoftPasskey;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Plays a consultation up to a point, as the rooms themselves would. */
@Component
public class Story {

    private final Cast cast;
    private final Invitations invitations;
    private final IdentityChecks checks;
    private final Consultations consultations;
    private final Attendance attendance;
    private final Outcomes outcomes;
    private final Calls calls;
    private final Seats seats;
    private final Guests guests;
    private final GuestVisits guestVisits;
    private final List<LetterWriter> writers;
    private final PracticeTransactions transactions;
    private final DutyList duty;
    private final Handovers handovers;
    private final SafeToTalk safeToTalk;
    private final SurveyAnswers answers;
    private final NewLinks newLinks;
    private final PracticeList list;
    private final ListFiles files;
    private final ListReadings readings;
    private final Messages messages;
    private final ConversationVisits conversations;
    private final SignIns signIns;
    private final AccountVisits accountVisits;
    private final Passkeys passkeys;
    private final Recoveries recoveries;
    private final ContactChoices choices;
    private final Carers carers;

    Story(
            Cast cast,
            Invitations invitations,
            IdentityChecks checks,
            Consultations consultations,
            Attendance attendance,
            Outcomes outcomes,
            Calls calls,
            Seats seats,
            Guests guests,
            GuestVisits guestVisits,
            List<LetterWriter> writers,
            PracticeTransactions transactions,
            DutyList duty,
            Handovers handovers,
            SafeToTalk safeToTalk,
            SurveyAnswers answers,
            NewLinks newLinks,
            PracticeList list,
            ListFiles files,
            ListReadings readings,
            Messages messages,
            ConversationVisits conversations,
            SignIns signIns,
            AccountVisits accountVisits,
            Passkeys passkeys,
            Recoveries recoveries,
            ContactChoices choices,
            Carers carers) {
        this.cast = cast;
        this.invitations = invitations;
        this.checks = checks;
        this.consultations = consultations;
        this.attendance = attendance;
        this.outcomes = outcomes;
        this.calls = calls;
        this.seats = seats;
        this.guests = guests;
        this.guestVisits = guestVisits;
        this.writers = writers;
        this.transactions = transactions;
        this.duty = duty;
        this.handovers = handovers;
        this.safeToTalk = safeToTalk;
        this.answers = answers;
        this.newLinks = newLinks;
        this.list = list;
        this.files = files;
        this.readings = readings;
        this.messages = messages;
        this.conversations = conversations;
        this.signIns = signIns;
        this.accountVisits = accountVisits;
        this.passkeys = passkeys;
        this.recoveries = recoveries;
        this.choices = choices;
        this.carers = carers;
    }

    Sending.Sent invited(Surgery surgery, Patient patient, ContactPoint to) {
        return (Sending.Sent) invitations.send(
                surgery.clinician(), patient, surgery.clinician().id(), null, to, false, UUID.randomUUID());
    }

    LinkToken token(Surgery surgery, Sending.Sent sent) {
        String link = invitations
                .link(surgery.clinician(), sent.invitation())
                .orElseThrow()
                .getPath();
        return LinkToken.read(link.substring("/v/".length())).orElseThrow();
    }

    ConsultationId invitedFromRequest(Surgery surgery, RequestId request) {
        Patient rosa = surgery.rosa();
        Sending.Sent sent = (Sending.Sent) invitations.send(
                surgery.clinician(), rosa, surgery.clinician().id(), request, rosa.email(), false, UUID.randomUUID());
        assertThat(checks.byBirth(token(surgery, sent), rosa.born(), "192.0.2.1"))
                .isInstanceOf(IdentityCheck.Passed.class);
        return sent.consultation();
    }

    /** Invited, identity confirmed, in the waiting room. */
    ConsultationId waiting(Surgery surgery) {
        ConsultationId id = invitedFromRequest(
                surgery, cast.request(surgery.practice(), surgery.rosa().id()));
        Arrivals.arrive(
                calls, seats, surgery.practice(), look(surgery.practice(), id).patientSeat());
        return id;
    }

    ConsultationId live(Surgery surgery) {
        ConsultationId id = waiting(surgery);
        attendance.admit(surgery.clinician(), id);
        return id;
    }

    public ConsultationId ended(Surgery surgery) {
        ConsultationId id = live(surgery);
        attendance.end(surgery.clinician(), id);
        return id;
    }

    ConsultationId completedConsultation(Surgery surgery) {
        JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
        superuser
                .sql(
                        "insert into clinical_system (practice_id, fhir_base_url) values (:practice, 'http://127.0.0.1:9/fhir')")
                .param("practice", surgery.practice().value())
                .update();
        cast.withAccount(surgery.practice(), "tom." + UUID.randomUUID() + "@mail.example");
        ConsultationId id = ended(surgery);
        outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);
        return id;
    }

    /** The patient said afterwards how the call was. */
    void answered(Surgery surgery, ConsultationId id, SurveyAnswer answer) {
        answers.take(surgery.practice(), look(surgery.practice(), id).call(), answer);
    }

    void decided(Surgery surgery, ConsultationId ended) {
        outcomes.decide(surgery.clinician(), ended, Outcome.COMPLETED, null);
    }

    /** Live, and the patient's page has told what it measured. */
    ConsultationId reported(Surgery surgery) {
        ConsultationId id = live(surgery);
        Occupant page = Arrivals.arrive(
                calls, seats, surgery.practice(), look(surgery.practice(), id).patientSeat());
        seats.report(page, new Told().connected(412).figures());
        return id;
    }

    /** A guest has been invited, has said that it is them, and waits. */
    GuestId joined(Surgery surgery, ConsultationId id, GuestRole role) {
        Inviting.Sent sent = (Inviting.Sent) guests.invite(
                surgery.clinician(),
                id,
                role,
                "Elena Whitfield",
                "daughter",
                new EmailAddress("elena@mail.example"),
                UUID.randomUUID());
        assertThat(guestVisits.confirm(guestToken(surgery, sent.guest()))).isPresent();
        Arrivals.arrive(
                calls,
                seats,
                surgery.practice(),
                guest(surgery, id, sent.guest()).seat());
        return sent.guest();
    }

    /** The token of the link in the letter, as it is written when it leaves. */
    LinkToken guestToken(Surgery surgery, GuestId guest) {
        LetterText.Email letter = (LetterText.Email) transactions
                .in(surgery.practice(), () -> writer("guest").write(surgery.practice(), guest.value(), Channel.EMAIL))
                .orElseThrow();
        Matcher link = Pattern.compile("/g/(\\w+)").matcher(letter.text());
        assertThat(link.find()).isTrue();
        return LinkToken.read(link.group(1)).orElseThrow();
    }

    private LetterWriter writer(String occasion) {
        return writers.stream()
                .filter(writer -> writer.occasion().equals(occasion))
                .findFirst()
                .orElseThrow();
    }

    Guest guest(Surgery surgery, ConsultationId consultation, GuestId id) {
        return guests.of(surgery.practice(), consultation).stream()
                .filter(guest -> guest.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A patient who cannot talk freely, and who wants to go on with another device. */
    void cautious(Surgery surgery) {
        Sending.Sent sent = invited(surgery, surgery.rosa(), surgery.rosa().email());
        IdentityCheck.Passed passed = (IdentityCheck.Passed)
                checks.byBirth(token(surgery, sent), surgery.rosa().born(), "192.0.2.1");
        assertThat(handovers.offer(passed.device())).isPresent();
        assertThat(safeToTalk.answer(surgery.practice(), sent.consultation(), Freedom.NO))
                .isTrue();
    }

    /** Somebody asks for a new link with one that was taken back. */
    void askedForANewLink(Surgery surgery, Patient patient) {
        Sending.Sent sent = invited(surgery, patient, patient.email());
        LinkToken token = token(surgery, sent);
        invitations.withdraw(surgery.clinician(), sent.invitation());
        newLinks.ask(token.value(), "192.0.2.1");
        eventually("the line", () -> !newLinks.lines(surgery.clinician()).isEmpty());
    }

    /** A file was taken over, in which a number was replaced and a line was wrong; another is looked at, and a reading is on its way. */
    void readingItsList(Surgery surgery) {
        Patient rosa = surgery.rosa();
        for (String number : new String[] {rosa.nhsNumber().value(), "9990588937"}) {
            list.bring(
                    surgery.practice(),
                    List.of(new ListedPatient(
                            "record-1",
                            List.of(),
                            new NhsNumber(number),
                            rosa.givenName(),
                            rosa.familyName(),
                            rosa.born(),
                            rosa.email(),
                            rosa.mobile(),
                            rosa.postcode(),
                            false,
                            false,
                            false,
                            false,
                            EnumSet.allOf(ListedPatient.Told.class))));
        }
        byte[] file = "NHS number,Given name,Family name\n1,Wrong,Number\n".getBytes(StandardCharsets.UTF_8);
        ListFiles.Sent.Kept first = (ListFiles.Sent.Kept) files.send(surgery.manager(), file);
        assertThat(files.takeOver(surgery.manager(), first.preview(), null))
                .isInstanceOf(ListFiles.TakingOver.Taken.class);
        assertThat(files.send(surgery.manager(), file)).isInstanceOf(ListFiles.Sent.Kept.class);
        assertThat(readings.begin(surgery.manager(), false)).isEqualTo(ListReadings.Beginning.BEGUN);
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        insert into list_seen (practice_id, reading_id, patient_id)
                        select practice_id, reading_id, :patient from list_reading
                        where practice_id = :practice and state = 'RUNNING'
                        """)
                .param("patient", rosa.id().value())
                .param("practice", surgery.practice().value())
                .update();
    }

    MessageId wrote(Surgery surgery, Patient patient, MessageKind kind, String text) {
        return ((Posting.Sent) messages.send(
                        surgery.clinician(),
                        patient.id(),
                        kind,
                        new MessageText(text),
                        List.of(),
                        patient.email(),
                        false,
                        UUID.randomUUID()))
                .message();
    }

    /** The token of the link in the letter, as it is written when it leaves. */
    LinkToken messageToken(Surgery surgery, MessageId message) {
        LetterText.Email letter = (LetterText.Email) transactions
                .in(
                        surgery.practice(),
                        () -> writer("message").write(surgery.practice(), message.value(), Channel.EMAIL))
                .orElseThrow();
        Matcher link = Pattern.compile("/m/(\\w+)").matcher(letter.text());
        assertThat(link.find()).isTrue();
        return LinkToken.read(link.group(1)).orElseThrow();
    }

    /** The patient comes by the link of a message that asks for it, and answers. */
    void replied(Surgery surgery, Patient patient, MessageId asked, String text) {
        ConversationVisit visit =
                conversations.of(cameToRead(surgery, patient, asked)).orElseThrow();
        assertThat(conversations.reply(visit, asked, new MessageText(text), List.of(), UUID.randomUUID()))
                .isEqualTo(Replying.SENT);
    }

    /** The practice has written to the patient, who has shown who they are. */
    DeviceKey cameToRead(Surgery surgery, Patient patient, MessageId message) {
        return ((IdentityCheck.Passed)
                        conversations.byBirth(messageToken(surgery, message), patient.born(), "192.0.2.1"))
                .device();
    }

    /** As {@link #cameToRead}, for a patient who has an account. */
    void cameToReadByAccount(Surgery surgery, MessageId message, String email) {
        assertThat(conversations.byAccount(messageToken(surgery, message), email, Cast.PASSWORD, "192.0.2.1"))
                .isInstanceOf(IdentityCheck.Passed.class);
    }

    /** A patient has an account with a passkey, is signed in, has chosen how to be written to, and somebody asked for a code. */
    void usesItsAccount(Surgery surgery) {
        String email = "account." + UUID.randomUUID() + "@mail.example";
        Patient holder = cast.withAccount(surgery.practice(), email);
        SigningIn.Passed in = (SigningIn.Passed) signIns.byPassword(
                surgery.practice(), email, Cast.PASSWORD, new Caller("192.0.2.1", "Chrome on Android", null));
        AccountVisit visit = accountVisits.of(in.session()).orElseThrow();
        SoftPasskey device = new SoftPasskey("http://localhost:8080", "localhost");
        assertThat(passkeys.add(visit, device.made(passkeys.askForNew(visit).challenge()), "Phone"))
                .isEqualTo(PasskeyChange.DONE);
        passkeys.askForNew(visit);
        carers.ask(
                visit,
                new CareRequest(
                        new Claim(
                                "Rosa",
                                "Whitfield",
                                surgery.rosa().born(),
                                surgery.rosa().nhsNumber(),
                                null),
                        "son"));
        choices.choose(surgery.practice(), holder.id(), holder.id(), true, false);
        recoveries.ask(surgery.practice(), new EmailAddress(email), "192.0.2.1");
    }

    Consultation look(PracticeId practice, ConsultationId id) {
        return consultations.find(practice, id).orElseThrow();
    }

    /** The receptionist is told of those who wait unattended for so many minutes. */
    void onDuty(Surgery surgery, int minutes) {
        duty.set(surgery.manager(), new Duty(Set.of(surgery.receptionist().id()), Duration.ofMinutes(minutes)));
    }
}
