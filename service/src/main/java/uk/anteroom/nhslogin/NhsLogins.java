package uk.anteroom.nhslogin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.anteroom.account.Caller;
import uk.anteroom.account.SignIns;
import uk.anteroom.account.SigningIn;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;

/** Lets patients in whom NHS login knows, if the practice has them on its list under the same NHS number and date of birth. */
@Service
public class NhsLogins {

    private static final Logger LOG = LoggerFactory.getLogger(NhsLogins.class);

    private static final int SECRET_BYTES = 32;

    private final NhsLoginSettings settings;
    private final NhsLoginClient client;
    private final Leaving leaving;
    private final Patients patients;
    private final SignIns signIns;
    private final Secrets secrets;
    private final Audit audit;

    NhsLogins(
            NhsLoginSettings settings,
            NhsLoginClient client,
            Leaving leaving,
            Patients patients,
            SignIns signIns,
            Secrets secrets,
            Audit audit) {
        this.settings = settings;
        this.client = client;
        this.leaving = leaving;
        this.patients = patients;
        this.signIns = signIns;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** Whether it is set up here. */
    public boolean offered() {
        return settings.on();
    }

    /** Where to send a browser; empty if it is not set up, or does not answer. */
    public Optional<NhsLoginTrip> leave(PracticeId practice) {
        if (!settings.on()) {
            return Optional.empty();
        }
        String state = secrets.base64(SECRET_BYTES);
        String nonce = secrets.base64(SECRET_BYTES);
        String verifier = secrets.base64(SECRET_BYTES);
        try {
            return Optional.of(new NhsLoginTrip(
                    client.authorization(state, nonce, verifier), leaving.keep(practice, state, nonce, verifier)));
        } catch (NhsLoginClient.NotAsItShould e) {
            LOG.error("NHS login: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Somebody came back.
     *
     * @param kept what their browser kept; empty if it kept nothing
     * @param code null if NHS login did not give one
     * @param error null if it gave one
     */
    public NhsLoginReturn comeBack(
            String kept, @Nullable String state, @Nullable String code, @Nullable String error, Caller caller) {
        Optional<Leaving.Trip> trip =
                settings.on() ? leaving.read(kept).filter(left -> left.state().equals(state)) : Optional.empty();
        if (trip.isEmpty()) {
            return new NhsLoginReturn.Lost();
        }
        PracticeId practice = trip.get().practice();
        if (code == null) {
            return "access_denied".equals(error)
                    ? new NhsLoginReturn.NotShared(practice)
                    : new NhsLoginReturn.Unreachable(practice);
        }
        try {
            return match(practice, client.person(code, trip.get()))
                    .<NhsLoginReturn>map(patient -> enter(practice, patient, caller))
                    .orElseGet(() -> new NhsLoginReturn.NotOurs(practice));
        } catch (NhsLoginClient.NotAsItShould e) {
            LOG.warn("NHS login: {}", e.getMessage());
            return new NhsLoginReturn.Unreachable(practice);
        }
    }

    private NhsLoginReturn enter(PracticeId practice, Patient patient, Caller caller) {
        if (signIns.byNhsLogin(practice, patient.id(), caller) instanceof SigningIn.Passed keys) {
            audit.patient(
                    practice,
                    patient.id().value(),
                    "account.nhs_login",
                    "patient",
                    patient.id().value());
            return new NhsLoginReturn.In(keys);
        }
        return new NhsLoginReturn.NotOurs(practice);
    }

    /** Both must agree: a number alone may be mistyped on a list. */
    private Optional<Patient> match(PracticeId practice, NhsLoginClient.Person person) {
        return Optional.ofNullable(person.nhsNumber())
                .flatMap(NhsNumber::read)
                .flatMap(number -> patients.find(practice, number))
                .filter(patient -> patient.born() != null
                        && Optional.of(patient.born().value()).equals(day(person.born())))
                .filter(patient -> patient.deceasedAt() == null && patient.leftAt() == null);
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
