package uk.anteroom.demo.seed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.record.RecordPatient;
import uk.anteroom.demo.record.RecordStore;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.patient.PracticeList;

/** Made-up patients for load checks: always the same ones, so that a second start adds nothing. */
final class Crowd {

    private static final String[] GIVEN = {
        "Aisha",
        "Alan",
        "Amelia",
        "Bronagh",
        "Callum",
        "Carys",
        "Chloe",
        "Daniel",
        "Dewi",
        "Eilidh",
        "Elsie",
        "Farah",
        "Fergus",
        "George",
        "Hamish",
        "Hannah",
        "Imran",
        "Isla",
        "Jack",
        "Joanna",
        "Kwame",
        "Leila",
        "Lewis",
        "Margaret",
        "Mohammed",
        "Niamh",
        "Oliver",
        "Olwen",
        "Patience",
        "Peter",
        "Priti",
        "Rhys",
        "Rory",
        "Ruth",
        "Samuel",
        "Siân",
        "Stanley",
        "Tariq",
        "Victoria",
        "Winston",
        "Yusuf",
        "Zoë"
    };
    private static final String[] FAMILY = {
        "Abbott",
        "Ahmed",
        "Akhtar",
        "Bailey",
        "Begum",
        "Brennan",
        "Campbell",
        "Carter",
        "Chowdhury",
        "Clarke",
        "Cooper",
        "Davies",
        "Edwards",
        "Evans",
        "Fletcher",
        "Fraser",
        "Gallagher",
        "Griffiths",
        "Hall",
        "Hussain",
        "Jackson",
        "Jones",
        "Kaur",
        "Kelly",
        "Khan",
        "Kowalski",
        "Lloyd",
        "MacDonald",
        "Mensah",
        "Morgan",
        "Murphy",
        "Nguyen",
        "O'Connor",
        "Okonkwo",
        "Patel",
        "Pritchard",
        "Roberts",
        "Robinson",
        "Singh",
        "Smith",
        "Stewart",
        "Taylor",
        "Thompson",
        "Walker",
        "Williams",
        "Wright"
    };
    /** Above the numbers of the cast. */
    private static final int FIRST_NUMBER = 999_200_000;

    private static final int TOGETHER = 500;
    private static final int DAYS = 33_000;

    private final Patients patients;
    private final PracticeList list;
    private final RecordStore record;

    Crowd(Patients patients, PracticeList list, RecordStore record) {
        this.patients = patients;
        this.list = list;
        this.record = record;
    }

    void gather(Surgery surgery, int many) {
        if (many == 0 || patients.find(surgery.id(), id(surgery, many)).isPresent()) {
            return;
        }
        List<Patient> together = new ArrayList<>(TOGETHER);
        int number = FIRST_NUMBER;
        for (int i = 1; i <= many; i++) {
            NhsNumber nhsNumber = null;
            while (nhsNumber == null) {
                nhsNumber = withCheckDigit(number++);
            }
            together.add(patient(surgery, i, nhsNumber));
            if (together.size() == TOGETHER || i == many) {
                list.take(surgery.id(), together);
                record.addAll(together.stream().map(Crowd::recorded).toList());
                together.clear();
            }
        }
    }

    private static RecordPatient recorded(Patient patient) {
        return Seed.recorded(patient, null);
    }

    /** The number of these nine digits; null for those that were never issued. */
    static @Nullable NhsNumber withCheckDigit(int nineDigits) {
        for (int check = 0; check < 10; check++) {
            var number = NhsNumber.read(Integer.toString(nineDigits) + check);
            if (number.isPresent()) {
                return number.get();
            }
        }
        return null;
    }

    private static Patient patient(Surgery surgery, int i, NhsNumber nhsNumber) {
        Random random = new Random(i);
        String given = GIVEN[random.nextInt(GIVEN.length)];
        String family = FAMILY[random.nextInt(FAMILY.length)];
        String mailbox =
                "patient" + i + "." + family.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "@mail.example";
        return new Patient(
                surgery.id(),
                id(surgery, i),
                nhsNumber,
                given,
                family,
                new DateOfBirth(LocalDate.of(1935, 1, 1).plusDays(random.nextInt(DAYS))),
                random.nextInt(10) < 8 ? new EmailAddress(mailbox) : null,
                // there are a thousand numbers for drama; more patients share them
                random.nextInt(10) < 9
                        ? new MobileNumber("+447700900" + String.format(Locale.ROOT, "%03d", i % 1000))
                        : null,
                false,
                false,
                false);
    }

    private static PatientId id(Surgery surgery, int i) {
        return new PatientId(
                UUID.nameUUIDFromBytes((surgery.code() + " patient " + i).getBytes(StandardCharsets.UTF_8)));
    }
}
