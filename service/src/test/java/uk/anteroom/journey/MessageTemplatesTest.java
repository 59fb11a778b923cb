package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.anteroom.testing.Together.together;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Beginning;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.Messages;
import uk.anteroom.messagetemplate.MessageTemplate;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.Saving;
import uk.anteroom.messagetemplate.TemplateId;
import uk.anteroom.messagetemplate.TemplateName;
import uk.anteroom.messagetemplate.TemplateText;
import uk.anteroom.photo.Pictures;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The texts a practice keeps for its messages. */
class MessageTemplatesTest extends RunningService {

    private static final String FORM = "form[action^=/settings/templates/]:not([action$=/removal])";

    @Autowired
    Cast cast;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Messages messages;

    @Autowired
    Attachments attachments;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Browser office;
    Browser desk;
    String patient;

    @BeforeEach
    void signIn() {
        surgery = cast.surgery();
        office = signedIn(surgery.manager());
        desk = signedIn(surgery.clinician());
        patient = "/patients/" + surgery.rosa().id();
    }

    @Test
    void practiceManagerAddsChangesAndDeletesOnPagesWithoutScript() {
        assertThat(office.open("/settings").html().select("a[href=/settings/templates]"))
                .hasSize(1);
        Page saved = type(office.open("/settings/templates/new"), "Photo please", "Dear {first name}, a photo?");
        assertThat(saved.path()).isEqualTo("/settings/templates?note=saved");
        assertThat(saved.text()).contains("Photo please", "Reply required", "Priya Nair");

        Page opened = office.open(only(surgery));
        assertThat(opened.html().select("[data-preview-text]").text()).isEqualTo("Dear Rosa, a photo?");
        type(opened, "A photo, please", "Dear {first name}, please send a photo.");
        assertThat(templates.all(surgery.manager()))
                .extracting(
                        template -> template.name().value(),
                        template -> template.text().value())
                .containsExactly(tuple("A photo, please", "Dear {first name}, please send a photo."));

        Page deleted = office.submit(office.open(only(surgery)), "form[action$=/removal]", Map.of());
        assertThat(deleted.path()).isEqualTo("/settings/templates?note=deleted");
        assertThat(deleted.text()).contains("There are no templates yet");
        assertThat(audited())
                .containsExactly("message_template.added", "message_template.changed", "message_template.deleted");
    }

    @Test
    void unknownPlaceholderIsRefusedAtItsFieldAndNothingThatWasTypedIsLost() {
        Page refused = type(office.open("/settings/templates/new"), "Photo", "Dear {surname}, hello");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#templateText-error").text())
                .contains("{surname}", "{first name}, {clinician}, {surgery}, {telephone}");
        assertThat(refused.html().select("#templateText").text()).isEqualTo("Dear {surname}, hello");
        assertThat(refused.html().select("#templateName").attr("value")).isEqualTo("Photo");
        assertThat(type(refused, "Photo", "Dear {first name}, hello").path()).endsWith("?note=saved");
        assertThat(templates.all(surgery.manager())).hasSize(1);
    }

    @Test
    void previewFillsInWhatIsTypedAndSavesNothing() {
        Page page = office.open("/settings/templates/new");
        Page shown = office.submit(
                page,
                FORM,
                Map.of(
                        "templateName",
                        "Hello",
                        "templateText",
                        "{first name} <b>{clinician}</b> {x}",
                        "preview",
                        "true"));

        assertThat(shown.html().select("[data-preview-text]").text()).isEqualTo("Rosa <b>Dr Amara Okafor</b> {x}");
        assertThat(shown.html().select("#templateText").text()).isEqualTo("{first name} <b>{clinician}</b> {x}");
        assertThat(templates.all(surgery.manager())).isEmpty();
    }

    @Test
    void templateGoesBelowWhatWasTypedAndNothingIsSent() {
        Page plain = desk.open(patient + "?message");
        assertThat(plain.html().select("#messageTemplate, [data-templates]")).isEmpty();
        TemplateId id = keep("Photo please", MessageKind.REPLY_NOT_REQUIRED, everyPlaceholder());
        String file = sentFile();

        Page used = use(
                id,
                Map.of(
                        "messageText",
                        "Hello Rosa. \n ",
                        "messageSms",
                        "true",
                        "messageSmsTo",
                        "07700 900999",
                        "file",
                        file));

        assertThat(used.status()).isEqualTo(200);
        String filled = "Hello Rosa.\n\nRosa / Dr Amara Okafor / " + practice("name") + " / " + practice("telephone");
        assertThat(used.html().selectFirst("#messageText").wholeText()).isEqualTo(filled);
        assertThat(used.html().select("input[name=messageKind][checked]").attr("value"))
                .isEqualTo("REPLY_NOT_REQUIRED");
        assertThat(used.html().select("#messageSms[checked]")).hasSize(1);
        assertThat(used.html().select("#messageSmsTo").attr("value")).isEqualTo("07700 900999");
        assertThat(used.html().select("input[name=file]").attr("value")).isEqualTo(file);
        assertThat(used.html().select("[data-templates-line]").text()).contains("“Photo please” is in the message");
        assertThat(desk.open(patient + "?message")
                        .html()
                        .selectFirst("#messageText")
                        .wholeText())
                .as("the draft")
                .isEqualTo(filled);
        assertThat(messages.with(surgery.clinician(), surgery.rosa().id())).isEmpty();

        desk.submit(used, "form.a-write", Map.of("messageText", filled + " Thanks"));
        assertThat(messages.with(surgery.clinician(), surgery.rosa().id()))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.text().value()).isEqualTo(filled + " Thanks");
                    assertThat(sent.kind()).isEqualTo(MessageKind.REPLY_NOT_REQUIRED);
                });
    }

    @Test
    void receptionistUsesItUnderTheirOwnName() {
        TemplateId id = keep("Who", MessageKind.REPLY_REQUIRED, "{first name}, this is {clinician}");
        Browser reception = signedIn(surgery.receptionist());
        assertThat(reception.fetch(patient + "/messages/templates/" + id).body())
                .contains("\"text\":\"Rosa, this is Sam Whitlock\"", "\"kind\":\"REPLY_REQUIRED\"");
    }

    @Test
    void nothingChosenOrGoneMeanwhileLosesNothingThatWasTyped() {
        TemplateId gone = keep("Gone", MessageKind.REPLY_REQUIRED, "Gone");
        keep("Stays", MessageKind.REPLY_REQUIRED, "Stays");
        Page page = desk.open(patient + "?message");
        templates.delete(surgery.manager(), gone, 1);

        Page late = desk.post(
                patient + "/messages/templates",
                fields(page, Map.of("messageTemplate", gone.toString(), "messageText", "Hello")));
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.html().select("#messageTemplate-error").text()).contains("not there any more");
        assertThat(late.html().select("#messageText").text()).isEqualTo("Hello");

        Page none = desk.post(
                patient + "/messages/templates", fields(page, Map.of("messageTemplate", "", "messageText", "Hello")));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.html().select("#messageTemplate-error").text()).contains("Choose a template first");
        assertThat(none.html().select("#messageText").text()).isEqualTo("Hello");
    }

    @Test
    void onlyPracticeManagersKeepThemAndOnlyWhoWritesUsesThem() {
        TemplateId id = keep("Photo please", MessageKind.REPLY_REQUIRED, "A photo?");
        for (StaffMember other : List.of(surgery.clinician(), surgery.receptionist())) {
            Browser theirs = signedIn(other);
            String csrf = Browser.token(theirs.open("/patients"));
            for (String path : List.of("", "/new", "/" + id)) {
                assertThat(theirs.open("/settings/templates" + path).status()).isEqualTo(403);
            }
            for (String path : List.of("/" + id, "/" + UUID.randomUUID(), "/" + id + "/removal")) {
                assertThat(theirs.post(
                                        "/settings/templates" + path,
                                        Map.of("version", "1", "templateName", "x", "templateText", "x", "_csrf", csrf))
                                .status())
                        .isEqualTo(403);
            }
            assertThatThrownBy(() -> templates.delete(other, id, 1)).isInstanceOf(NotAllowed.class);
        }
        assertThat(office.fetch(patient + "/messages/templates/" + id).statusCode())
                .isEqualTo(403);
        assertThat(templates.all(surgery.manager()))
                .singleElement()
                .satisfies(template -> assertThat(template.version()).isEqualTo(1));
    }

    @Test
    void templateOfAnotherPracticeIsNotThere() {
        Surgery elsewhere = cast.surgery();
        TemplateId theirs = new TemplateId(UUID.randomUUID());
        save(elsewhere, theirs, 0, "Theirs", "Theirs alone");
        keep("Ours", MessageKind.REPLY_REQUIRED, "Ours");

        assertThat(office.open("/settings/templates/" + theirs).status()).isEqualTo(404);
        assertThat(desk.fetch(patient + "/messages/templates/" + theirs).statusCode())
                .isEqualTo(404);
        Page used = use(theirs, Map.of("messageText", "Hello"));
        assertThat(used.status()).isEqualTo(404);
        assertThat(used.text()).doesNotContain("Theirs");
        Page changed = office.post(
                "/settings/templates/" + theirs,
                Map.of(
                        "version",
                        "1",
                        "templateName",
                        "Mine",
                        "templateText",
                        "Mine",
                        "templateKind",
                        "REPLY_REQUIRED",
                        "_csrf",
                        Browser.token(office.open("/settings/templates"))));
        assertThat(changed.status()).isEqualTo(404);
        assertThat(changed.text()).doesNotContain("Theirs");
        assertThat(changed.html().select("#templateText").text()).isEqualTo("Mine");
        assertThat(templates.delete(surgery.manager(), theirs, 1)).isInstanceOf(Saving.Gone.class);
        assertThat(templates.all(elsewhere.manager()))
                .extracting(template -> template.text().value())
                .containsExactly("Theirs alone");
    }

    @Test
    void secondOfTwoWhoChangeTheSameIsToldAndKeepsWhatTheyTyped() {
        keep("Photo please", MessageKind.REPLY_REQUIRED, "A photo?");
        StaffMember other = cast.staff(surgery.practice(), null, "Olga", "Berg", Role.PRACTICE_MANAGER);
        Browser theirs = signedIn(other);
        Page mine = office.open(only(surgery));
        Page first = theirs.open(only(surgery));
        theirs.submit(first, FORM, Map.of("templateText", "A photo, by Friday?"));

        Page told = office.submit(mine, FORM, Map.of("templateText", "A photo, dear {first name}?"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.html().select("[role=alert]").text()).contains("Olga Berg", "A photo, by Friday?");
        assertThat(told.html().select("#templateText").text()).isEqualTo("A photo, dear {first name}?");
        assertThat(text()).isEqualTo("A photo, by Friday?");

        Page deleting = office.submit(mine, "form[action$=/removal]", Map.of());
        assertThat(deleting.status()).isEqualTo(409);
        assertThat(deleting.html().select("#templateText").text()).isEqualTo("A photo, by Friday?");
        assertThat(text()).isEqualTo("A photo, by Friday?");

        office.submit(told, FORM, Map.of("templateText", "A photo, dear {first name}?"));
        assertThat(text()).as("once they have seen the other's").isEqualTo("A photo, dear {first name}?");
    }

    @Test
    void whatIsSavedAfterItWasDeletedIsKeptAsANewOneIfSavedAgain() {
        keep("Photo please", MessageKind.REPLY_REQUIRED, "A photo?");
        Page mine = office.open(only(surgery));
        office.submit(mine, "form[action$=/removal]", Map.of());

        Page told = office.submit(mine, FORM, Map.of("templateText", "A better photo?"));

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.html().select("#templateText").text()).isEqualTo("A better photo?");
        assertThat(templates.all(surgery.manager())).isEmpty();
        office.submit(told, FORM, Map.of("templateText", "A better photo?"));
        assertThat(text()).isEqualTo("A better photo?");
    }

    @Test
    void ofManyPressesAtOnceOneTemplateIsAddedAndOneChangeIsMade() {
        TemplateId id = new TemplateId(UUID.randomUUID());
        assertThat(together(20, n -> save(surgery, id, 0, "Photo", "A photo?"))).containsOnly(new Saving.Done());
        assertThat(together(20, n -> save(surgery, id, 1, "Photo", "A photo, please?")))
                .containsOnly(new Saving.Done());
        assertThat(together(20, n -> save(surgery, id, 2, "Photo", "Text " + n)))
                .satisfiesOnlyOnce(one -> assertThat(one).isInstanceOf(Saving.Done.class));
        assertThat(audited())
                .containsExactly("message_template.added", "message_template.changed", "message_template.changed");
    }

    @Test
    void nameIsTakenHoweverItIsWrittenAndOnlyInTheSamePractice() {
        keep("Photo please", MessageKind.REPLY_REQUIRED, "A photo?");
        Page refused = type(office.open("/settings/templates/new"), "PHOTO  please", "Another one");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#templateName-error").text()).contains("with this name already");
        List<Saving> saved = together(
                20,
                n -> save(surgery, new TemplateId(UUID.randomUUID()), 0, n % 2 == 0 ? "Same" : "SAME", "Text " + n));
        assertThat(saved).satisfiesOnlyOnce(one -> assertThat(one).isInstanceOf(Saving.Done.class));
        assertThat(saved.stream().filter(Saving.NameTaken.class::isInstance)).hasSize(19);
        assertThat(save(cast.surgery(), new TemplateId(UUID.randomUUID()), 0, "Photo please", "A photo?"))
                .isInstanceOf(Saving.Done.class);
    }

    @Test
    void practiceKeepsTwoHundredAtMost() {
        superuser
                .sql("""
                        insert into message_template (practice_id, template_id, name, kind, body, created_by, changed_by)
                        select :practice, gen_random_uuid(), 'Template ' || n, 'REPLY_REQUIRED', 'Text', :by, :by
                        from generate_series(1, 195) n
                        """)
                .param("practice", surgery.practice().value())
                .param("by", surgery.manager().id().value())
                .update();

        List<Saving> saved =
                together(10, n -> save(surgery, new TemplateId(UUID.randomUUID()), 0, "Another " + n, "Text"));

        assertThat(saved.stream().filter(Saving.Done.class::isInstance)).hasSize(5);
        assertThat(saved.stream().filter(Saving.TooMany.class::isInstance)).hasSize(5);
        assertThat(templates.all(surgery.manager())).hasSize(MessageTemplates.MOST);
        assertThat(type(office.open("/settings/templates/new"), "One more", "Text")
                        .text())
                .contains("There are 200 templates, and no more fit");
    }

    private Browser signedIn(StaffMember who) {
        Browser browser = browser();
        browser.signIn(who);
        return browser;
    }

    private Page type(Page page, String name, String text) {
        return office.submit(page, FORM, Map.of("templateName", name, "templateText", text));
    }

    private TemplateId keep(String name, MessageKind kind, String text) {
        TemplateId id = new TemplateId(UUID.randomUUID());
        assertThat(templates.save(surgery.manager(), id, 0, new TemplateName(name), kind, new TemplateText(text)))
                .isInstanceOf(Saving.Done.class);
        return id;
    }

    private Saving save(Surgery of, TemplateId id, int version, String name, String text) {
        return templates.save(
                of.manager(), id, version, new TemplateName(name), MessageKind.REPLY_REQUIRED, new TemplateText(text));
    }

    private Page use(TemplateId id, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        all.put("messageTemplate", id.toString());
        return desk.post(patient + "/messages/templates", fields(desk.open(patient + "?message"), all));
    }

    private static Map<String, String> fields(Page page, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        all.put(
                "formKey",
                page.html().select("form.a-write input[name=formKey]").attr("value"));
        all.put("_csrf", Browser.token(page));
        return all;
    }

    private String sentFile() {
        byte[] picture = Pictures.png(8, 8);
        var by = surgery.clinician().id();
        var rosa = surgery.rosa().id();
        Beginning begun =
                attachments.begin(surgery.practice(), FileOwner.conversation(rosa, by), "form.png", picture.length);
        var id = ((Beginning.Begun) begun).attachment().id();
        attachments.append(surgery.practice(), id, FileOwner.conversation(rosa, by), 0, picture);
        return id.toString();
    }

    private static String everyPlaceholder() {
        return "{first name} / {clinician} / {surgery} / {telephone}";
    }

    private String practice(String column) {
        return superuser
                .sql("select " + column + " from practice where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
    }

    private String only(Surgery of) {
        List<MessageTemplate> all = templates.all(of.manager());
        assertThat(all).hasSize(1);
        return "/settings/templates/" + all.getFirst().id();
    }

    private String text() {
        return templates.all(surgery.manager()).getFirst().text().value();
    }

    private List<String> audited() {
        return superuser
                .sql("""
                        select action from audit_entry
                        where practice_id = :practice and subject_kind = 'message_template' and actor_id = :manager
                        order by entry_id
                        """)
                .param("practice", surgery.practice().value())
                .param("manager", surgery.manager().id().value())
                .query(String.class)
                .list();
    }
}
