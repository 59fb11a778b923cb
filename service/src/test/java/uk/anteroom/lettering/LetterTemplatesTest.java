package uk.anteroom.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.needs.Needs;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Role;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** A practice chooses the words of its letters, for each channel and language. */
class LetterTemplatesTest extends RunningService {

    private static final String LINK = "http://localhost:8080/v/abc0123456789012345678901";
    private static final Locale WELSH = Locale.forLanguageTag("cy");
    private static final LetterTemplate.Key SMS =
            new LetterTemplate.Key(LetterKind.INVITATION, Channel.SMS, Locale.ENGLISH);
    private static final LetterTemplate.Key EMAIL =
            new LetterTemplate.Key(LetterKind.INVITATION, Channel.EMAIL, Locale.ENGLISH);

    @Autowired
    private Cast cast;

    @Autowired
    private LetterTemplates templates;

    @Autowired
    private Lettering lettering;

    @Autowired
    private Practices practices;

    @Autowired
    private PracticeTransactions transactions;

    @Autowired
    private MessageSource words;

    private Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void withoutWordsOfItsOwnThePracticeUsesOurs() {
        assertThat(own(Channel.SMS, Needs.NONE)).isEmpty();
        assertThat(own(Channel.EMAIL, Needs.NONE)).isEmpty();
    }

    @Test
    void textMessagesHaveThePracticesWordsWithItsPlaceholdersFilledIn() {
        assertThat(save(SMS, 0, "", "{surgery}: {clinician} waits for you at {link} or ring {telephone}"))
                .isInstanceOf(LetterSaving.Done.class);
        LetterText.Sms sms = (LetterText.Sms) own(Channel.SMS, Needs.NONE).orElseThrow();
        assertThat(sms.text())
                .contains("Dr Amara Okafor waits for you at " + LINK + " or ring ")
                .doesNotContain("{");
        assertThat(Gsm7.length(sms.text())).isLessThanOrEqualTo(Gsm7.SEGMENT);
    }

    @Test
    void emailsHaveTheLinkAsAButtonAndNoMarkupOfAnybodys() {
        save(EMAIL, 0, "Video with {clinician}", "Hello <b>you</b>,\nplease come.\n\n{link}\n\nWarmly, {surgery}");
        LetterText.Email email =
                (LetterText.Email) own(Channel.EMAIL, Needs.NONE).orElseThrow();
        assertThat(email.subject()).isEqualTo("Video with Dr Amara Okafor");
        assertThat(email.text()).contains("Hello <b>you</b>,\nplease come.\n\n" + LINK + "\n\nWarmly, ");
        assertThat(email.html())
                .contains("&lt;b&gt;you&lt;/b&gt;,<br>please come.", "href=\"" + LINK + "\"", "lang=\"en\"")
                .doesNotContain("<b>you");
    }

    @Test
    void patientsAreWrittenToInTheirLanguageIfThereAreWordsInIt() {
        save(EMAIL, 0, "English", "Read {link}");
        save(new LetterTemplate.Key(LetterKind.INVITATION, Channel.EMAIL, WELSH), 0, "Cymraeg", "Darllenwch {link}");
        assertThat(subject(Needs.NONE)).isEqualTo("English");
        assertThat(subject(speaks("cy"))).isEqualTo("Cymraeg");
        assertThat(subject(speaks("pl"))).isEqualTo("English");
    }

    @Test
    void rightToLeftLanguagesAreWrittenThatWay() {
        save(
                new LetterTemplate.Key(LetterKind.INVITATION, Channel.EMAIL, Locale.forLanguageTag("ur")),
                0,
                "ویڈیو",
                "{link}");
        LetterText.Email email =
                (LetterText.Email) own(Channel.EMAIL, speaks("ur")).orElseThrow();
        assertThat(email.html()).contains("lang=\"ur\"", "dir=\"rtl\"");
    }

    @Test
    void largePrintIsLargeAndSignLanguageUsersReadOfRelayUk() {
        save(EMAIL, 0, "Video", "Hello\n\n{link}");
        Needs needs = new Needs(true, true, true, Optional.empty());
        LetterText.Email email = (LetterText.Email) own(Channel.EMAIL, needs).orElseThrow();
        assertThat(email.html()).contains("font-size:28px", "18001").doesNotContain("font-size:18px");
        assertThat(email.text()).contains("dial 18001", "Do you need an interpreter?");
        LetterText.Email plain =
                (LetterText.Email) own(Channel.EMAIL, Needs.NONE).orElseThrow();
        assertThat(plain.html()).contains("font-size:18px").doesNotContain("18001", "interpreter");
        assertThat(plain.text()).doesNotContain("18001", "interpreter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | letters.text.empty",
                "Come to us | letters.text.noLink",
                "{link} {first name} | letters.text.unknown",
                "{link} } | letters.text.brace",
                "{link} dewch i'r tŷ | letters.sms.foreign",
                "{link} {surgery} {clinician} 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 | letters.sms.long",
            })
    void whatCannotBeSentIsRefusedWhenItIsSaved(String words, String why) {
        assertThat(save(SMS, 0, "", words))
                .isInstanceOfSatisfying(
                        LetterSaving.Wrong.class,
                        wrong -> assertThat(wrong.words())
                                .isNotNull()
                                .extracting("message")
                                .isEqualTo(why));
        assertThat(own(Channel.SMS, Needs.NONE)).isEmpty();
    }

    @Test
    void messagesNameNobodySoTheirWordsCannot() {
        LetterTemplate.Key key = new LetterTemplate.Key(LetterKind.MESSAGE, Channel.SMS, Locale.ENGLISH);
        assertThat(save(key, 0, "", "{clinician} wrote: {link}")).isInstanceOf(LetterSaving.Wrong.class);
        assertThat(save(key, 0, "", "We wrote: {link}")).isInstanceOf(LetterSaving.Done.class);
    }

    @Test
    void codesStandInTheirLettersAloneAndNeverInTheSubject() {
        LetterTemplate.Key email =
                new LetterTemplate.Key(LetterKind.ACCOUNT_REGISTRATION, Channel.EMAIL, Locale.ENGLISH);
        assertThat(why(save(email, 0, "Your code", "Hello"))).isEqualTo("letters.text.noCode");
        assertThat(why(save(email, 0, "Your code", "{code} {link}"))).isEqualTo("letters.text.unknown");
        assertThat(((LetterSaving.Wrong) save(email, 0, "{code} from {surgery}", "{code}")).subject())
                .isNotNull()
                .extracting("message")
                .isEqualTo("letters.subject.link");
        assertThat(why(save(EMAIL, 0, "Video", "{code} {link}"))).isEqualTo("letters.text.unknown");

        assertThat(save(email, 0, "Your code", "Type this:\n\n{code}\n\nNot you? {telephone}"))
                .isInstanceOf(LetterSaving.Done.class);
        LetterText.Email letter = (LetterText.Email)
                own(LetterKind.ACCOUNT_REGISTRATION, Channel.EMAIL, Needs.NONE).orElseThrow();
        assertThat(letter.text()).contains("Type this:\n\n493817\n\nNot you? ");
        assertThat(letter.html()).contains("font-size:34px", ">493817</p>");
    }

    @ParameterizedTest
    @EnumSource
    void ourWordsToBeginWithCanBeSavedAsTheyAre(LetterKind kind) {
        for (Channel channel : Channel.values()) {
            String subject = channel == Channel.SMS
                    ? ""
                    : words.getMessage("letters.start." + kind + ".subject", null, Locale.UK);
            String text = words.getMessage("letters.start." + kind + "." + channel, null, Locale.UK);
            assertThat(save(new LetterTemplate.Key(kind, channel, Locale.ENGLISH), 0, subject, text))
                    .isInstanceOf(LetterSaving.Done.class);
            assertThat(own(kind, channel, Needs.NONE)).isPresent();
        }
    }

    @Test
    void linksToANewPasswordCountAsLongAsTheyAre() {
        LetterTemplate.Key key = new LetterTemplate.Key(LetterKind.ACCOUNT_SENT_BY_STAFF, Channel.SMS, Locale.ENGLISH);
        String code = practices.get(surgery.practice()).publicCode();
        int link = ("http://localhost:8080/p/" + code + "/recover/" + code + "0".repeat(22)).length();
        assertThat(save(key, 0, "", "{link}" + "x".repeat(160 - link))).isInstanceOf(LetterSaving.Done.class);
        assertThat(why(save(key, 1, "", "{link}" + "x".repeat(161 - link)))).isEqualTo("letters.sms.long");
    }

    @Test
    void theLongestNameCountsWhoeverSends() {
        String room = "x"
                .repeat(160
                        - Gsm7.length(new LetterWords("{clinician} {link} ")
                                .filled(templates.example(surgery.manager(), LetterKind.INVITATION))));
        assertThat(save(SMS, 0, "", "{clinician} {link} " + room)).isInstanceOf(LetterSaving.Done.class);
        cast.staff(surgery.practice(), "Dr", "Bartholomew", "Featherstonehaugh", Role.CLINICIAN);
        assertThat(save(SMS, 1, "", "{clinician} {link} " + room)).isInstanceOf(LetterSaving.Wrong.class);
    }

    @Test
    void namesThatGrewAfterwardsLeadBackToOurWordsAndNotToASecondSegment() {
        String room = "x"
                .repeat(160
                        - Gsm7.length(new LetterWords("{clinician} {link} ")
                                .filled(templates.example(surgery.manager(), LetterKind.INVITATION))));
        save(SMS, 0, "", "{clinician} {link} " + room);
        Optional<LetterText> letter = transactions.in(
                surgery.practice(),
                () -> lettering.own(
                        practices.get(surgery.practice()),
                        LetterKind.INVITATION,
                        Channel.SMS,
                        LetterFacts.of(practices.get(surgery.practice()))
                                .clinician("Dr Bartholomew Featherstonehaugh")
                                .link(LINK),
                        Needs.NONE));
        assertThat(letter).isEmpty();
    }

    @Test
    void whoComesSecondOverwritesNothing() {
        save(SMS, 0, "", "First {link}");
        assertThat(save(SMS, 0, "", "Second {link}")).isEqualTo(new LetterSaving.Changed(1));
        assertThat(save(SMS, 1, "", "Third {link}")).isInstanceOf(LetterSaving.Done.class);
        assertThat(templates.delete(surgery.manager(), SMS, 1)).isEqualTo(new LetterSaving.Changed(2));
        assertThat(((LetterText.Sms) own(Channel.SMS, Needs.NONE).orElseThrow()).text())
                .startsWith("Third");
        assertThat(templates.delete(surgery.manager(), SMS, 2)).isInstanceOf(LetterSaving.Done.class);
        assertThat(own(Channel.SMS, Needs.NONE)).isEmpty();
    }

    @Test
    void onlyPracticeManagersChooseWords() {
        assertThatThrownBy(() -> templates.save(surgery.clinician(), SMS, 0, "", "{link}"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> templates.all(surgery.receptionist())).isInstanceOf(NotAllowed.class);
    }

    private static String why(LetterSaving saving) {
        return Objects.requireNonNull(((LetterSaving.Wrong) saving).words()).message();
    }

    private static Needs speaks(String language) {
        return new Needs(false, false, false, Optional.of(Locale.forLanguageTag(language)));
    }

    private String subject(Needs needs) {
        return ((LetterText.Email) own(Channel.EMAIL, needs).orElseThrow()).subject();
    }

    private LetterSaving save(LetterTemplate.Key key, int version, String subject, String words) {
        return templates.save(surgery.manager(), key, version, subject, words);
    }

    private Optional<LetterText> own(Channel channel, Needs needs) {
        return own(LetterKind.INVITATION, channel, needs);
    }

    private Optional<LetterText> own(LetterKind kind, Channel channel, Needs needs) {
        LetterFacts facts = LetterFacts.of(practices.get(surgery.practice()))
                .clinician("Dr Amara Okafor")
                .link(LINK)
                .code("493817");
        return transactions.in(
                surgery.practice(),
                () -> lettering.own(practices.get(surgery.practice()), kind, channel, facts, needs));
    }
}
