package uk.anteroom.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import uk.anteroom.account.Accounts;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;

/** People to test with. Each surgery is new, so that no test sees another's. */
@Component
public class Cast {

    public static final String PASSWORD = "a long enough password";

    private static final AtomicLong NHS_NUMBERS = new AtomicLong(999_100_000L);

    /** Of {@link #PASSWORD}: a hash takes as long as the rest of a surgery together. */
    private final Supplier<String> hash;

    private final PracticeList list;
    private final Accounts accounts;
    private final Staff staff;
    private final Requests requests;
    /** Asked for by whoever plays: a node in a process of its own, which finds this class too, must start no engine. */
    private final Supplier<DataSource> superuser;

    Cast(
            PasswordEncoder passwords,
            PracticeList list,
            Accounts accounts,
            Staff staff,
            Requests requests,
            @Value("${test.database:postgres}") String database) {
        this.superuser = SingletonSupplier.of(() -> TestDatabase.get().superuserOf(database));
        this.hash = SingletonSupplier.of(() -> Objects.requireNonNull(passwords.encode(PASSWORD)));
        this.list = list;
        this.accounts = accounts;
        this.staff = staff;
        this.requests = requests;
    }

    /** A surgery with a clinician, a receptionist and a practice manager, and Rosa on its list. */
    public Surgery surgery() {
        PracticeId practice = TestDatabase.get().newPractice(superuser.get());
        Surgery surgery = new Surgery(
                practice,
                staff(practice, "Dr", "Amara", "Okafor", Role.CLINICIAN),
                staff(practice, null, "Sam", "Whitlock", Role.RECEPTIONIST),
                staff(practice, null, "Priya", "Nair", Role.PRACTICE_MANAGER),
                null);
        return surgery.with(patient(practice, "Rosa", "Whitfield", "1957-03-14", "rosa@mail.example", "+447700900123"));
    }

    public StaffMember staff(PracticeId practice, @Nullable String title, String given, String family, Role... roles) {
        StaffId id = new StaffId(UUID.randomUUID());
        JdbcClient.create(superuser.get())
                .sql("""
                        insert into staff_member (practice_id, staff_id, sign_in_name, password_hash, title, given_name, family_name, roles, registration)
                        values (:practice, :id, :name, :hash, :title, :given, :family, string_to_array(:roles, ','), :registration)
                        """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("name", signInName(id))
                .param("hash", hash.get())
                .param("title", title)
                .param("given", given)
                .param("family", family)
                .param("roles", Set.of(roles).stream().map(Role::name).collect(Collectors.joining(",")))
                .param("registration", title == null ? null : "https://fhir.hl7.org.uk/Id/gmc-number|C1234567")
                .update();
        return staff.find(practice, id).orElseThrow();
    }

    /** What somebody types to sign in. */
    public static String signInName(StaffId id) {
        return id + "@surgery.example";
    }

    public Patient patient(
            PracticeId practice,
            String given,
            String family,
            String born,
            @Nullable String email,
            @Nullable String mobile) {
        return put(practice, given, family, born, email, mobile, false, false);
    }

    public Patient patientWhoOptedOutOfSms(PracticeId practice) {
        return put(practice, "Meera", "Shah", "1995-08-05", "meera@mail.example", "+447700900567", false, true);
    }

    public Patient withAccount(PracticeId practice, String email) {
        Patient patient = put(practice, "Tom", "Adeyemi", "1988-07-02", email, "+447700900234", false, false);
        accounts.open(practice, patient.id(), new EmailAddress(email), PASSWORD);
        return patient;
    }

    public RequestId request(PracticeId practice, PatientId patient) {
        RequestId id = new RequestId(UUID.randomUUID());
        requests.receive(
                practice,
                new NewRequest(
                        id,
                        patient,
                        null,
                        PatientRequest.Kind.MEDICAL,
                        PatientRequest.Urgency.ROUTINE,
                        "Itchy rash on my left arm",
                        "It began on Sunday."));
        return id;
    }

    private Patient put(
            PracticeId practice,
            String given,
            String family,
            String born,
            @Nullable String email,
            @Nullable String mobile,
            boolean noEmail,
            boolean noSms) {
        Patient patient = new Patient(
                practice,
                new PatientId(UUID.randomUUID()),
                nextNhsNumber(),
                given,
                family,
                new DateOfBirth(LocalDate.parse(born)),
                email == null ? null : new EmailAddress(email),
                mobile == null ? null : new MobileNumber(mobile),
                noEmail,
                noSms,
                false);
        list.take(practice, List.of(patient));
        return patient;
    }

    private static NhsNumber nextNhsNumber() {
        while (true) {
            long nine = NHS_NUMBERS.incrementAndGet();
            for (int check = 0; check < 10; check++) {
                var number = NhsNumber.read(nine + "" + check);
                if (number.isPresent()) {
                    return number.get();
                }
            }
        }
    }
}
