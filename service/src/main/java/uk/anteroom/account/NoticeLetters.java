package uk.anteroom.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.LetterWriter;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** Writes what patients are told about their account: an occasion each, about the patient. */
@Configuration
class NoticeLetters {

    private final Patients patients;
    private final AccountLetter letter;

    NoticeLetters(Patients patients, AccountLetter letter) {
        this.patients = patients;
        this.letter = letter;
    }

    @Bean
    LetterWriter accountOpenedLetters() {
        return new Writer(Notice.OPENED);
    }

    @Bean
    LetterWriter accountRecoveryAskedLetters() {
        return new Writer(Notice.RECOVERY_ASKED);
    }

    @Bean
    LetterWriter accountPasswordChangedLetters() {
        return new Writer(Notice.PASSWORD_CHANGED);
    }

    @Bean
    LetterWriter accountPasskeyAddedLetters() {
        return new Writer(Notice.PASSKEY_ADDED);
    }

    /** For one of them. */
    private final class Writer implements LetterWriter {

        private final Notice notice;

        Writer(Notice notice) {
            this.notice = notice;
        }

        @Override
        public String occasion() {
            return notice.occasion();
        }

        @Override
        public Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel) {
            return patients.find(practice, new PatientId(subject))
                    .filter(patient -> patient.deceasedAt() == null)
                    .map(patient -> letter.write(practice, patient.id(), channel, notice.letter(), null, null));
        }
    }
}
