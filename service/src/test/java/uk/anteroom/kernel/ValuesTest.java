package uk.anteroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static KernelSettings settings(boolean drama) {
        return new KernelSettings(
                URI.create("http://localhost:8080"), Base64.getEncoder().encodeToString(new byte[32]), drama, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "07700900123",
                "+44 7700 900123",
                "+44 (0)7700 900123",
                "0044 7700 900123",
                "07700-900-123"
            })
    void mobilesAreReadInAnySpelling(String typed) {
        assertThat(new MobileNumbers(settings(true)).read(typed))
                .isEqualTo(Reading.right(new MobileNumber("+447700900123")));
    }

    @Test
    void dramaNumbersAreNoNumbersInProduction() {
        assertThat(new MobileNumbers(settings(false)).read("07700 900123")).isInstanceOf(Reading.Wrong.class);
        assertThat(new MobileNumbers(settings(false)).read("07400 123456")).isInstanceOf(Reading.Right.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', mobile.empty",
        "07700 9001, mobile.length",
        "07700 9001234, mobile.length",
        "01632 960123, mobile.notMobile",
        "0906 123 4567, mobile.notMobile",
        "+33 6 12 34 56 78, mobile.notMobile",
        "O7700 900123, mobile.letters",
        "07700 900123;ext=1, mobile.letters"
    })
    void mobilesThatCannotBeRightAreComplainedAbout(String typed, String message) {
        assertThat(((Reading.Wrong<MobileNumber>) new MobileNumbers(settings(true)).read(typed)).message())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosa",
                "rosa@",
                "@mail.example",
                "rosa@mail",
                "rosa @mail.example",
                "rosa@mail.example\nBcc: x@y.example",
                "rosa@mail.example,tom@mail.example",
                "rosa@-mail.example",
                "a..b@mail.example"
            })
    void addressesThatCannotBeRightAreComplainedAbout(String typed) {
        assertThat(EmailAddress.read(typed)).isEqualTo(Reading.wrong("email.shape"));
    }

    @Test
    void addressesKeepTheirCaseAndFoldForComparing() {
        EmailAddress address = new EmailAddress("Rosa.O'Hara+gp@Mail.Example");
        assertThat(address.shown()).isEqualTo("Rosa.O'Hara+gp@Mail.Example");
        assertThat(address.folded()).isEqualTo("rosa.o'hara+gp@mail.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919"})
    void nhsNumbersCarryACheckDigit(String typed) {
        assertThat(NhsNumber.read(typed))
                .hasValueSatisfying(number -> assertThat(number.shown()).isEqualTo("943 476 5919"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "943476591", "94347659190", "", "٩٤٣٤٧٦٥٩١٩"})
    void otherNumbersAreNone(String typed) {
        assertThat(NhsNumber.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14, 3, 1957", "14, 03, 1957", "14, March, 1957", "14, mar, 1957", "' 14 ', 3, 1957"})
    void datesOfBirthAreReadAsPeopleWriteThem(String day, String month, String year) {
        assertThat(DateOfBirth.read(day, month, year, TODAY))
                .isEqualTo(Reading.right(new DateOfBirth(LocalDate.of(1957, 3, 14))));
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 1957",
        "0, 1, 1957",
        "1, 13, 1957",
        "1, 1, 57",
        "23, 11, 2026",
        "1, 1, 1890",
        "x, 1, 1957",
        "1, ma, 1957",
        "1, 1, 19577",
        "-1, 1, 1957"
    })
    void impossibleDatesOfBirthAreComplainedAbout(String day, String month, String year) {
        assertThat(DateOfBirth.read(day, month, year, TODAY)).isEqualTo(Reading.wrong("birth.impossible"));
    }

    @Test
    void whatIdentifiesAPersonHidesItselfWhenPrinted() {
        assertThat(new EmailAddress("rosa@mail.example")).hasToString("EmailAddress(hidden)");
        assertThat(new MobileNumber("+447700900123")).hasToString("MobileNumber(hidden)");
        assertThat(new NhsNumber("9434765919")).hasToString("NhsNumber(hidden)");
        assertThat(new DateOfBirth(TODAY)).hasToString("DateOfBirth(hidden)");
        assertThat(settings(false).toString()).doesNotContain("AAAA").contains("(secret)");
    }

    @Test
    void sealedFieldsOpenOnlyInTheirPlaceAndUnchanged() {
        FieldCipher cipher = new FieldCipher(settings(false));
        byte[] sealed = cipher.seal("rosa@mail.example", "patient.email:1");
        assertThat(cipher.open(sealed, "patient.email:1")).isEqualTo("rosa@mail.example");
        assertThat(cipher.seal("rosa@mail.example", "patient.email:1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> cipher.open(sealed, "patient.email:2")).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.open(sealed, "patient.email:1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shortOrMissingKeysRefuseToStart() {
        for (String key : new String[] {"", "secret", Base64.getEncoder().encodeToString(new byte[16])}) {
            assertThatThrownBy(() -> new KernelSettings(URI.create("http://localhost"), key, false, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** What product and staff were told; whoever changes one of these changes a promise. */
    @ParameterizedTest
    @CsvSource({
        "INVITATIONS_BY_STAFF, 10, PT1M",
        "INVITATIONS_BY_PRACTICE, 200, PT1H",
        "INVITATIONS_TO_PATIENT, 5, PT1H",
        "SMS_TO_NUMBER, 15, PT1H",
        "IDENTITY_CHECKS_BY_ADDRESS, 20, PT15M",
        "SIGN_INS, 10, PT15M",
        "SIGN_INS_TO_ACCOUNT, 10, PT15M",
        "SLOW_SIGN_INS, 1, PT30S",
    })
    void limitsAreThoseThatWerePromised(Limit limit, int many, Duration period) {
        assertThat(limit.many()).isEqualTo(many);
        assertThat(limit.period()).isEqualTo(period);
    }

    @Test
    void limitsHoldAndTheirFactorMultipliesThem() {
        Limits limits = new Limits(settings(false));
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take(Limit.INVITATIONS_TO_PATIENT, "rosa")).isTrue();
        }
        assertThat(limits.take(Limit.INVITATIONS_TO_PATIENT, "rosa")).isFalse();
        assertThat(limits.take(Limit.INVITATIONS_TO_PATIENT, "tom")).isTrue();
        assertThat(limits.hasLeft(Limit.INVITATIONS_TO_PATIENT, "rosa")).isFalse();
    }

    @Test
    void textMessagesAreWrittenInTheirAlphabet() {
        assertThat(Gsm7.plain("Dr Siân Gŵyl’s “surgery” – ok")).isEqualTo("Dr Sian Gwyl's \"surgery\" - ok");
        assertThat(Gsm7.length("[x]")).isEqualTo(5);
    }
}
