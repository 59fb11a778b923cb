package uk.anteroom.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class StaffStore {

    /** Where somebody of a sign-in name works. */
    record Place(PracticeId practice, StaffId staff) {}

    record Credentials(StaffMember staff, String passwordHash, boolean secondFactor) {}

    private static final String COLUMNS = "practice_id, staff_id, title, given_name, family_name, roles, registration";

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works before the practice is known, and answers nothing but ids. */
    List<Place> findPlaces(String signInName) {
        return jdbc.sql("select practice_id, staff_id from find_staff(:name)")
                .param("name", signInName)
                .query((row, n) -> new Place(
                        new PracticeId(row.getObject("practice_id", UUID.class)),
                        new StaffId(row.getObject("staff_id", UUID.class))))
                .list();
    }

    Optional<Credentials> credentials(PracticeId practice, StaffId id) {
        return jdbc.sql("select " + COLUMNS + ", password_hash, second_factor_enrolled_at is not null as second_factor"
                        + " from staff_member where practice_id = :practice and staff_id = :id and left_at is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) ->
                        new Credentials(staff(row), row.getString("password_hash"), row.getBoolean("second_factor")))
                .optional();
    }

    Optional<StaffMember> find(PracticeId practice, StaffId id) {
        return jdbc.sql("select " + COLUMNS
                        + " from staff_member where practice_id = :practice and staff_id = :id and left_at is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> staff(row))
                .optional();
    }

    Optional<StaffMember> findEvenIfLeft(PracticeId practice, StaffId id) {
        return jdbc.sql("select " + COLUMNS + " from staff_member where practice_id = :practice and staff_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> staff(row))
                .optional();
    }

    List<StaffMember> everybody(PracticeId practice) {
        return jdbc.sql("select " + COLUMNS + " from staff_member"
                        + " where practice_id = :practice and left_at is null order by family_name, given_name")
                .param("practice", practice.value())
                .query((row, n) -> staff(row))
                .list();
    }

    List<StaffMember> everybodyEvenIfLeft(PracticeId practice) {
        return jdbc.sql("select " + COLUMNS + " from staff_member where practice_id = :practice")
                .param("practice", practice.value())
                .query((row, n) -> staff(row))
                .list();
    }

    Optional<String> signInName(PracticeId practice, StaffId id) {
        return jdbc.sql("select sign_in_name from staff_member"
                        + " where practice_id = :practice and staff_id = :id and left_at is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    List<StaffMember> clinicians(PracticeId practice) {
        return jdbc.sql("select " + COLUMNS + " from staff_member"
                        + " where practice_id = :practice and 'CLINICIAN' = any (roles) and left_at is null"
                        + " order by family_name, given_name")
                .param("practice", practice.value())
                .query((row, n) -> staff(row))
                .list();
    }

    private static StaffMember staff(ResultSet row) throws SQLException {
        return new StaffMember(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("family_name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("registration"));
    }
}
