package uk.anteroom.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;

@Repository
class SenderStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SenderStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(PracticeId practice, RequestId id, Sender sender) {
        DateOfBirth born = sender.born();
        NhsNumber number = sender.nhsNumber();
        EmailAddress email = sender.email();
        MobileNumber mobile = sender.mobile();
        jdbc.sql("""
                insert into request_sender (practice_id, request_id, given_name, family_name, born_sealed, nhs_number, postcode_sealed,
                                            email_sealed, mobile_sealed)
                values (:practice, :id, :given, :family, :born, :nhs, :postcode, :email, :mobile)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("given", sender.givenName())
                .param("family", sender.familyName())
                .param("born", sealed(born == null ? null : born.value().toString(), "born", id))
                .param("nhs", number == null ? null : number.value())
                .param("postcode", sealed(sender.postcode(), "postcode", id))
                .param("email", sealed(email == null ? null : email.value(), "email", id))
                .param("mobile", sealed(mobile == null ? null : mobile.value(), "mobile", id))
                .update();
    }

    Optional<Sender> find(PracticeId practice, RequestId id) {
        return jdbc.sql("""
                select given_name, family_name, born_sealed, nhs_number, postcode_sealed, email_sealed, mobile_sealed
                from request_sender
                where practice_id = :practice and request_id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> sender(row, id))
                .optional();
    }

    private Sender sender(ResultSet row, RequestId id) throws SQLException {
        String born = opened(row, "born", id);
        String number = row.getString("nhs_number");
        String email = opened(row, "email", id);
        String mobile = opened(row, "mobile", id);
        return new Sender(
                row.getString("given_name"),
                row.getString("family_name"),
                born == null ? null : new DateOfBirth(LocalDate.parse(born)),
                number == null ? null : new NhsNumber(number),
                opened(row, "postcode", id),
                email == null ? null : new EmailAddress(email),
                mobile == null ? null : new MobileNumber(mobile));
    }

    private byte @Nullable [] sealed(@Nullable String text, String column, RequestId id) {
        return text == null ? null : cipher.seal(text, place(column, id));
    }

    private @Nullable String opened(ResultSet row, String column, RequestId id) throws SQLException {
        byte[] sealed = row.getBytes(column + "_sealed");
        return sealed == null ? null : cipher.open(sealed, place(column, id));
    }

    private static String place(String column, RequestId id) {
        return "request_sender." + column + ":" + id;
    }
}
