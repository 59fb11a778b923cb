package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.anteroom.alert.AlertKind;
import uk.anteroom.alert.AlertRule;
import uk.anteroom.alert.AlertRules;
import uk.anteroom.alert.Audience;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Beginning;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.attempt.Rating;
import uk.anteroom.attempt.SurveyAnswer;
import uk.anteroom.attempt.Trouble;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.guard.RecordAgreement;
import uk.anteroom.guard.WrongPatientGuard;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.lettering.LetterTemplate;
import uk.anteroom.lettering.LetterTemplates;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.TemplateId;
import uk.anteroom.messagetemplate.TemplateName;
import uk.anteroom.messagetemplate.TemplateText;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.photo.BodySite;
import uk.anteroom.photo.Photos;
import uk.anteroom.photo.Pictures;
import uk.anteroom.practice.Notice;
import uk.anteroom.practice.Notices;
import uk.anteroom.practice.OpeningHours;
import uk.anteroom.practice.Openings;
import uk.anteroom.smart.SmartAccounts;
import uk.anteroom.smart.SmartSystem;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.Paperwork;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Nothing of one practice is ever visible to another, whatever a query forgets. */
class RowLevelSecurityTest extends RunningService {

    /** Without row-level security, and without anything personal; see the migration that makes them. */
    private static final Set<String> SHARED = Set.of(
            "scheduled_tasks", "spring_session", "spring_session_attributes", "flyway_schema_history", "desktop_code");

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Photos photos;

    @Autowired
    Attachments attachments;

    @Autowired
    Desk desk;

    @Autowired
    SmartAccounts smartAccounts;

    @Autowired
    WrongPatientGuard guard;

    @Autowired
    Paperwork paperwork;

    @Autowired
    Drafts drafts;

    @Autowired
    PatientNeeds needs;

    @Autowired
    LetterTemplates letterTemplates;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Openings openings;

    @Autowired
    Notices notices;

    @Autowired
    Intakes intakes;

    @Autowired
    AlertRules alerts;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private final JdbcClient application = JdbcClient.create(TestDatabase.get().application());
    private final TransactionTemplate transaction = new TransactionTemplate(
            new DataSourceTransactionManager(TestDatabase.get().application()));

    @Test
    void everyTableShowsNothingToNobodyAndToOthers() {
        Surgery surgery = cast.surgery();
        story.answered(surgery, story.completedConsultation(surgery), new SurveyAnswer(Rating.BAD, Trouble.SOUND));
        ConsultationId live = story.reported(surgery);
        story.joined(surgery, live, GuestRole.COLLEAGUE);
        photos.ask(surgery.clinician(), live, BodySite.FACE, null);
        story.onDuty(surgery, 7);
        story.cautious(surgery);
        story.askedForANewLink(
                surgery, cast.patient(surgery.practice(), "Nina", "Newcomer", "1960-06-01", "nina@mail.example", null));
        desk.opens(surgery);
        desk.opens(surgery.clinician(), cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, null));
        Consultation consultation = story.look(surgery.practice(), live);
        if (guard.check(surgery.clinician(), consultation)
                instanceof RecordAgreement.Another(String event, var other)) {
            guard.settle(surgery.clinician(), consultation, event);
        }
        superuser
                .sql(
                        "insert into smart_system (practice_id, issuer, client_id) values (:practice, 'https://ehr.example', 'us')")
                .param("practice", surgery.practice().value())
                .update();
        smartAccounts.connect(
                surgery.clinician(), new SmartSystem(surgery.practice(), "https://ehr.example", "us"), "user-7");
        story.cameToRead(
                surgery,
                surgery.rosa(),
                story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_REQUIRED, "How is the rash?"));
        drafts.keep(surgery.clinician(), surgery.rosa().id(), "And the");
        needs.record(
                surgery.clinician(), surgery.rosa().id(), new Needs(true, false, false, Optional.of(Locale.FRENCH)));
        letterTemplates.save(
                surgery.manager(),
                new LetterTemplate.Key(LetterKind.MESSAGE, Channel.SMS, Locale.ENGLISH),
                0,
                "",
                "Read {link}");
        templates.save(
                surgery.manager(),
                new TemplateId(UUID.randomUUID()),
                0,
                new TemplateName("Photo please"),
                MessageKind.REPLY_REQUIRED,
                new TemplateText("Dear {first name}"));
        story.usesItsAccount(surgery);
        sentFiles(surgery);
        saysOfItself(surgery);
        assertThat(intakes.begin(surgery.practice(), "192.0.2.1")).isPresent();
        told(surgery);
        story.readingItsList(surgery);
        Surgery other = cast.surgery();
        Map<String, Integer> filled = new TreeMap<>();
        for (String table : tables()) {
            String ofThisPractice =
                    "select count(*) from " + table + " where practice_id = '" + surgery.practice() + "'";
            filled.put(table, superuser.sql(ofThisPractice).query(Integer.class).single());
            assertThat(countAs(null, ofThisPractice))
                    .as(table + " with no practice")
                    .isZero();
            assertThat(countAs(other.practice(), ofThisPractice))
                    .as(table + " to another practice")
                    .isZero();
            assertThat(countAs(null, "select count(*) from " + table))
                    .as(table + " at all")
                    .isZero();
        }
        // the test would prove nothing about a table that is empty anyway
        assertThat(filled)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
    }

    @Test
    void everyTableOfAPracticeForcesItsPolicyAndBelongsToAnother() {
        List<String> lax = superuser.sql("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and (not c.relrowsecurity or not c.relforcerowsecurity or pg_get_userbyid(c.relowner) <> 'anteroom_owner')
                """).query(String.class).list();
        assertThat(SHARED).containsAll(lax);
        List<String> powers = superuser.sql("""
                select rolname from pg_roles
                where rolname in ('anteroom_app', 'anteroom_finder', 'anteroom_owner') and (rolsuper or rolbypassrls)
                """).query(String.class).list();
        assertThat(powers).isEmpty();
        assertThat(superuser
                        .sql("select count(*) from pg_class where pg_get_userbyid(relowner) = 'anteroom_app'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void writingForAnotherPracticeIsRefused() {
        Surgery surgery = cast.surgery();
        Surgery other = cast.surgery();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    set(surgery.practice());
                    application
                            .sql("insert into call (practice_id, call_id) values ('" + other.practice()
                                    + "', gen_random_uuid())")
                            .update();
                }))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"call\"");
    }

    @Test
    void foreignKeysOfAPracticeCarryItsId() {
        List<String> loose = superuser.sql("""
                select conrelid::regclass || '.' || conname from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'practice'::regclass
                  and conrelid::regclass::text not like 'spring_session%'
                  and not (select attnum from pg_attribute where attrelid = conrelid and attname = 'practice_id') = any (conkey)
                """).query(String.class).list();
        assertThat(loose).isEmpty();
    }

    private void saysOfItself(Surgery surgery) {
        openings.set(
                surgery.manager(),
                new OpeningHours(
                        Map.of(DayOfWeek.MONDAY, new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(18, 30))),
                        Set.of(LocalDate.of(2035, 12, 25))));
        notices.set(surgery.manager(), new Notice("Write to us", ""));
    }

    /** The receptionist is told of urgent requests, and one has come. */
    private void told(Surgery surgery) {
        alerts.set(
                surgery.manager(),
                AlertKind.URGENT,
                new AlertRule(Audience.CHOSEN, Set.of(surgery.receptionist().id())));
        paperwork.pile(surgery);
        eventually(
                "the email to staff",
                () -> superuser
                        .sql("select exists (select from alert_turn where practice_id = :practice)")
                        .param("practice", surgery.practice().value())
                        .query(Boolean.class)
                        .single());
    }

    /** One has come and waits, and half of another. */
    private void sentFiles(Surgery surgery) {
        byte[] picture = Pictures.png(8, 8);
        for (int size : new int[] {picture.length, 2 * picture.length}) {
            Beginning begun = attachments.begin(
                    surgery.practice(), FileOwner.conversation(surgery.rosa().id(), null), "rash.png", size);
            attachments.append(
                    surgery.practice(),
                    ((Beginning.Begun) begun).attachment().id(),
                    FileOwner.conversation(surgery.rosa().id(), null),
                    0,
                    picture);
        }
    }

    private List<String> tables() {
        return superuser.sql("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                """).query(String.class).list().stream()
                .filter(table -> !SHARED.contains(table))
                .toList();
    }

    private int countAs(@Nullable PracticeId practice, String query) {
        Integer count = transaction.execute(status -> {
            if (practice != null) {
                set(practice);
            }
            return application.sql(query).query(Integer.class).single();
        });
        return count == null ? -1 : count;
    }

    private void set(PracticeId practice) {
        application
                .sql("select set_config('app.practice', :practice, true)")
                .param("practice", practice.toString())
                .query(String.class)
                .single();
    }
}
