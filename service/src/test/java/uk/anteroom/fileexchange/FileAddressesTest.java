package uk.anteroom.fileexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.fileexchange.FileAddresses.State;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.testing.RunningService;

class FileAddressesTest extends RunningService {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("(.*)\\?until=(\\d+)&seal=([\\w-]{43})");

    @Autowired
    FieldCipher cipher;

    private final PracticeId practice = new PracticeId(UUID.randomUUID());
    private final PatientId patient = new PatientId(UUID.randomUUID());
    private final AttachmentId file = new AttachmentId(UUID.randomUUID());
    private final FileReader page = FileReader.patient(practice, patient, "/messages", false);

    @Test
    void addressWorksForAtLeastFiveMinutesAndLessThanTen() {
        for (int second = 0; second < 300; second += 7) {
            Instant made = NINE.plusSeconds(second);
            assertThat(state(made, made)).isEqualTo(State.FRESH);
            assertThat(state(made, made.plus(Duration.ofMinutes(5)))).isEqualTo(State.FRESH);
            assertThat(state(made, made.plus(Duration.ofMinutes(10)))).isEqualTo(State.EXPIRED);
            assertThat(state(made, made.plus(Duration.ofDays(400)))).isEqualTo(State.EXPIRED);
        }
    }

    @Test
    void addressStaysTheSameForFiveMinutes() {
        String first = at(NINE).of(page, file, FilePurpose.VIEW);
        assertThat(at(NINE.plusSeconds(299)).of(page, file, FilePurpose.VIEW)).isEqualTo(first);
        assertThat(at(NINE.plusSeconds(300)).of(page, file, FilePurpose.VIEW)).isNotEqualTo(first);
    }

    @Test
    void addressNamesTheFileAndNobody() {
        Matcher address = address(page, FilePurpose.DOWNLOAD);
        assertThat(address.group(1)).isEqualTo("/messages/files/" + file + "/download");
        assertThat(address.group()).doesNotContain(patient.toString(), practice.toString());
    }

    @Test
    void sealIsOfOnePracticeReaderConversationFilePurposeAndTime() {
        Matcher view = address(page, FilePurpose.VIEW);
        String until = view.group(2);
        String seal = view.group(3);
        FileAddresses addresses = at(NINE);
        assertThat(addresses.state(page, file, FilePurpose.VIEW, until, seal)).isEqualTo(State.FRESH);

        PatientId other = new PatientId(UUID.randomUUID());
        for (FileReader another : new FileReader[] {
            FileReader.patient(new PracticeId(UUID.randomUUID()), patient, "/messages", false),
            FileReader.patient(practice, other, "/messages", false),
            FileReader.patient(practice, patient, "/visit/messages", true),
            new FileReader(practice, "staff/" + patient, "/messages/files", false)
        }) {
            assertThat(addresses.state(another, file, FilePurpose.VIEW, until, seal))
                    .isEqualTo(State.FORGED);
        }
        for (FilePurpose purpose : new FilePurpose[] {FilePurpose.IMAGE, FilePurpose.DOWNLOAD, FilePurpose.PICTURE}) {
            assertThat(addresses.state(page, file, purpose, until, seal)).isEqualTo(State.FORGED);
        }
        AttachmentId second = new AttachmentId(UUID.randomUUID());
        assertThat(addresses.state(page, second, FilePurpose.VIEW, until, seal)).isEqualTo(State.FORGED);
        String later = Long.toString(Long.parseLong(until) + 5);
        assertThat(addresses.state(page, file, FilePurpose.VIEW, later, seal)).isEqualTo(State.FORGED);
    }

    @Test
    void whatIsNoSealIsForged() {
        Matcher view = address(page, FilePurpose.VIEW);
        String until = view.group(2);
        String seal = view.group(3);
        FileAddresses addresses = at(NINE);
        for (String[] wrong : new String[][] {
            {null, null},
            {until, null},
            {null, seal},
            {until, ""},
            {until, seal + "A"},
            {until, seal.substring(1)},
            {until, "\u00e9\0" + seal},
            {"", seal},
            {"-1", seal},
            {"+" + until, seal},
            {until + " ", seal},
            {"99999999999999999999", seal}
        }) {
            assertThat(addresses.state(page, file, FilePurpose.VIEW, wrong[0], wrong[1]))
                    .isEqualTo(State.FORGED);
        }
    }

    private State state(Instant made, Instant opened) {
        Matcher address = ADDRESS.matcher(at(made).of(page, file, FilePurpose.VIEW));
        assertThat(address.matches()).isTrue();
        return at(opened).state(page, file, FilePurpose.VIEW, address.group(2), address.group(3));
    }

    private Matcher address(FileReader reader, FilePurpose purpose) {
        Matcher address = ADDRESS.matcher(at(NINE).of(reader, file, purpose));
        assertThat(address.matches()).isTrue();
        return address;
    }

    private FileAddresses at(Instant now) {
        return new FileAddresses(cipher, Clock.fixed(now, ZoneOffset.UTC));
    }
}
