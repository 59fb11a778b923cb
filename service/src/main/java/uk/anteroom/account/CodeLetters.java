package uk.anteroom.account;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.lettering.LetterKind;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practices;

/** Writes the letters that bring codes. A code that is over is not sent. */
@Component
class CodeLetters implements LetterWriter {

    static final String OCCASION = "account-code";

    private final CodeStore store;
    private final Practices practices;
    private final AccountLetter letter;
    private final KernelSettings settings;

    CodeLetters(CodeStore store, Practices practices, AccountLetter letter, KernelSettings settings) {
        this.store = store;
        this.practices = practices;
        this.letter = letter;
        this.settings = settings;
    }

    @Override
    public String occasion() {
        return OCCASION;
    }

    @Override
    public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
        return store.underWay(practice, subject).map(row -> {
            PatientId patient = Objects.requireNonNull(row.patient());
            String secret = Objects.requireNonNull(row.code());
            return switch (row.purpose()) {
                case REGISTRATION ->
                    letter.write(practice, patient, channel, LetterKind.ACCOUNT_REGISTRATION, secret, null);
                case RECOVERY -> letter.write(practice, patient, channel, LetterKind.ACCOUNT_RECOVERY, secret, null);
                case SENT_BY_STAFF ->
                    letter.write(
                            practice, patient, channel, LetterKind.ACCOUNT_SENT_BY_STAFF, null, link(practice, secret));
            };
        });
    }

    private String link(PracticeId practice, String key) {
        return settings.at("/p/" + practices.get(practice).publicCode() + "/recover/" + key)
                .toString();
    }
}
