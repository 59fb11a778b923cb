package uk.anteroom.practicelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.needs.ToldNeeds;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.ListedPatient.Told;

class ListFileReaderTest {

    private static final String HEADINGS = "NHS number,Given name,Family name,Date of birth,Email,Mobile";
    private static final String ROSA = "999 014 7256,Rosa,Whitfield,14/03/1957,rosa@mail.example,07700 900123";

    private final ListFileReader reader = new ListFileReader(TestNumbers.mobiles(), Clock.systemUTC());

    private ListFile.Read read(String text) {
        return (ListFile.Read) reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ListedPatient patient(Line line) {
        return ((Line.What.OnList) line.what()).patient();
    }

    private static Refusal.Reason reason(Line line) {
        return ((Line.What.Wrong) line.what()).reason();
    }

    @Test
    void whatSpreadsheetsWriteIsTheSame() {
        String semicolons = (HEADINGS + "\r\n" + ROSA + "\r\n").replace(',', ';');
        String tabs = (HEADINGS + "\n" + ROSA).replace(',', '\t');
        String quoted = "\"" + HEADINGS.replace(",", "\",\"") + "\"\r\n\"" + ROSA.replace(",", "\",\"") + "\"\r\n";
        for (byte[] file : List.of(
                (HEADINGS + "\n" + ROSA).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + HEADINGS + "\r\n" + ROSA + "\r\n").getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + HEADINGS + "\r\n" + ROSA + "\r\n").getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + HEADINGS + "\r\n" + ROSA + "\r\n").getBytes(StandardCharsets.UTF_16BE),
                (HEADINGS + "\r" + ROSA + "\r").getBytes(StandardCharsets.UTF_8),
                semicolons.getBytes(StandardCharsets.UTF_8),
                tabs.getBytes(StandardCharsets.UTF_8),
                quoted.getBytes(StandardCharsets.UTF_8),
                ("\n\n" + HEADINGS + "\n\n\n" + ROSA + "\n\n").getBytes(StandardCharsets.UTF_8))) {
            ListFile.Read read = (ListFile.Read) reader.read(file);
            assertThat(read.lines()).hasSize(1);
            ListedPatient rosa = patient(read.lines().getFirst());
            assertThat(rosa.nhsNumber().value()).isEqualTo("9990147256");
            assertThat(rosa.givenName()).isEqualTo("Rosa");
            assertThat(rosa.familyName()).isEqualTo("Whitfield");
            assertThat(Objects.requireNonNull(rosa.born()).shown()).isEqualTo("14 March 1957");
            assertThat(Objects.requireNonNull(rosa.email()).value()).isEqualTo("rosa@mail.example");
            assertThat(Objects.requireNonNull(rosa.mobile()).shown()).isEqualTo("07700 900123");
        }
    }

    @Test
    void theOldWindowsAlphabetIsRead() {
        byte[] old = (HEADINGS + "\n9990147256,Zoë,Nuñez,,,").getBytes(Charset.forName("windows-1252"));
        ListedPatient zoe = patient(((ListFile.Read) reader.read(old)).lines().getFirst());
        assertThat(zoe.givenName() + " " + zoe.familyName()).isEqualTo("Zoë Nuñez");
        assertThat(zoe.born()).isNull();
        assertThat(zoe.told()).containsExactlyInAnyOrder(Told.BORN, Told.EMAIL, Told.MOBILE);
    }

    @Test
    void headingsAreFoundWhateverTheyLookLikeAndOthersAreNamed() {
        ListFile.Read read =
                read("Surname;FORENAMES;nhs_no;D.O.B.;Usual GP\nWhitfield;Rosa;9990147256;1957-03-14;Dr Okafor");
        assertThat(read.ignored()).containsExactly("Usual GP");
        assertThat(patient(read.lines().getFirst()).told()).containsExactly(Told.BORN);
    }

    @Test
    void needsAreReadAndAColumnThatIsNotThereSaysNothing() {
        String heads = "NHS number,Given name,Family name,";
        assertThat(
                        needs(
                                heads
                                        + "Large print,BSL,Interpreter needed,Main language\n9990147256,Rosa,Whitfield,yes,no,Y,Polish"))
                .isEqualTo(new ToldNeeds(true, false, true, Locale.of("pl")));
        assertThat(needs(heads + "Large print,Language\n9990147256,Rosa,Whitfield,,"))
                .as("an empty field says that there is none")
                .isEqualTo(new ToldNeeds(false, null, null, Locale.ENGLISH));
        assertThat(needs(heads + "Language\n9990147256,Rosa,Whitfield,British Sign Language"))
                .isEqualTo(new ToldNeeds(null, true, null, null));
        assertThat(needs(heads + "Email\n9990147256,Rosa,Whitfield,")).isEqualTo(ToldNeeds.NOTHING);
    }

    @Test
    void aLanguageNobodyKnowsIsLeftOutAndTheLineIsTaken() {
        Line line = read("NHS number,Given name,Family name,Language\n9990147256,Rosa,Whitfield,Klingon")
                .lines()
                .getFirst();
        assertThat(line.without()).containsExactly(Refusal.Reason.LANGUAGE);
        assertThat(((Line.What.OnList) line.what()).needs()).isEqualTo(ToldNeeds.NOTHING);
    }

    private ToldNeeds needs(String file) {
        return ((Line.What.OnList) read(file).lines().getFirst().what()).needs();
    }

    @ParameterizedTest
    @CsvSource({
        "14/03/1957, 14 March 1957",
        "14.3.1957, 14 March 1957",
        "14-Mar-1957, 14 March 1957",
        "14 March 1957, 14 March 1957",
        "1957-03-14, 14 March 1957",
        "1957-03-14T00:00:00, 14 March 1957",
        "14/03/1957 00:00, 14 March 1957"
    })
    void datesAreReadAsPeopleWriteThem(String written, String shown) {
        ListedPatient patient = patient(read("NHS number,First name,Surname,DOB\n9990147256,Rosa,Whitfield," + written)
                .lines()
                .getFirst());
        assertThat(Objects.requireNonNull(patient.born()).shown()).isEqualTo(shown);
    }

    @Test
    void eachLineSaysWhatIsWrongWithItAndWhereItStands() {
        List<Line> lines = read(HEADINGS
                        + "\n" + ROSA
                        + "\n,Ann,Other,01/01/1990,,"
                        + "\n\n9990147257,Ann,Other,01/01/1990,,"
                        + "\n9990273413,,Other,01/01/1990,,"
                        + "\n9990273413,Ann,Other,31/02/1990,,"
                        + "\n9990273413,Ann,Other"
                        + "\n9990273413,\"Ann\nMaria\",Other,01/01/1990,,"
                        + "\n9990305862,Grace,Lin,30/11/2001,grace at home,020 7946 0000")
                .lines();
        assertThat(lines).extracting(Line::place).containsExactly("2", "3", "5", "6", "7", "8", "9", "11");
        assertThat(lines.subList(1, 6))
                .extracting(ListFileReaderTest::reason)
                .containsExactly(
                        Refusal.Reason.NO_NUMBER,
                        Refusal.Reason.WRONG_NUMBER,
                        Refusal.Reason.NO_NAME,
                        Refusal.Reason.WRONG_BIRTH,
                        Refusal.Reason.TOO_FEW_FIELDS);
        assertThat(patient(lines.get(6)).givenName()).isEqualTo("Ann Maria");
        assertThat(lines.get(7).without()).containsExactly(Refusal.Reason.EMAIL, Refusal.Reason.MOBILE);
        assertThat(patient(lines.get(7)).email()).isNull();
    }

    @Test
    void yesAndNoAreWordsAndNothingElse() {
        String heads = "nhs_number,given_name,family_name,deceased,restricted,no_email,no_sms,email\n";
        ListedPatient patient = patient(read(heads + "9990147256,Rosa,Whitfield,No,YES,y,0,rosa@mail.example")
                .lines()
                .getFirst());
        assertThat(patient.deceased()).isFalse();
        assertThat(patient.restricted()).isTrue();
        assertThat(patient.noEmail()).isTrue();
        assertThat(patient.noSms()).isFalse();
        assertThat(patient.email()).as("of a restricted record").isNull();
        assertThat(reason(read(heads + "9990147256,Rosa,Whitfield,maybe,,,,")
                        .lines()
                        .getFirst()))
                .isEqualTo(Refusal.Reason.WRONG_YES_NO);
    }

    @Test
    void thePostcodeIsTakenIfItCanBeRightAndLeftOutIfNot() {
        List<Line> lines = read("NHS no,Forename,Surname,Post code\n9990147256,Rosa,Whitfield,ls14ap\n"
                        + "9990273413,Tom,Adeyemi,Leeds\n9990305862,Grace,Lin,")
                .lines();
        assertThat(patient(lines.get(0)).postcode()).isEqualTo(new Postcode("LS1 4AP"));
        assertThat(patient(lines.get(1)).postcode()).isNull();
        assertThat(lines.get(1).without()).containsExactly(Refusal.Reason.POSTCODE);
        assertThat(patient(lines.get(2)).postcode()).isNull();
        assertThat(lines.get(2).without()).isEmpty();
    }

    @Test
    void aSpreadsheetThatDropsTheNoughtOfAMobileIsUnderstood() {
        assertThat(Objects.requireNonNull(
                                patient(read("NHS no,Forename,Surname,Mobile\n9990147256,Rosa,Whitfield,7700900123")
                                                .lines()
                                                .getFirst())
                                        .mobile())
                        .shown())
                .isEqualTo("07700 900123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", HEADINGS, HEADINGS + "\n\n"})
    void withoutALineItIsEmpty(String text) {
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ListFile.Unreadable(ListFile.Problem.EMPTY, List.of()));
    }

    @Test
    void whatIsNoListOfPatientsSaysWhy() {
        assertThat(reader.read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .isEqualTo(new ListFile.Unreadable(ListFile.Problem.NOT_TEXT, List.of()));
        assertThat(reader.read("Name,Town\nRosa,Leeds".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ListFile.Unreadable(
                        ListFile.Problem.MISSING_COLUMNS,
                        List.of(ListColumn.NHS_NUMBER, ListColumn.GIVEN_NAME, ListColumn.FAMILY_NAME)));
        assertThat(reader.read("NHS number,NHS no,First name,Surname\n1,2,3,4".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ListFile.Unreadable(ListFile.Problem.SAME_COLUMN_TWICE, List.of(ListColumn.NHS_NUMBER)));
        assertThat(reader.read((HEADINGS + "\n\"9990147256,Rosa,Whitfield,,,").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ListFile.Unreadable(ListFile.Problem.BROKEN_QUOTES, List.of()));
    }
}
