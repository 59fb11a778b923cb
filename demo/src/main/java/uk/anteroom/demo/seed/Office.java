package uk.anteroom.demo.seed;

import java.net.URI;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.cast.Worker;

/** Sets up practices and staff. The service itself may not: whoever runs it does this, as the database's superuser. */
public final class Office {

    private final JdbcClient superuser;

    public Office(DataSource superuser) {
        this.superuser = JdbcClient.create(superuser);
    }

    void open(Surgery surgery, URI clinicalSystem) {
        superuser
                .sql("""
                        insert into practice (practice_id, name, ods_code, public_code, telephone)
                        values (:id, :name, :ods, :code, :telephone)
                        on conflict do nothing
                        """)
                .param("id", surgery.uuid())
                .param("name", surgery.title())
                .param("ods", surgery.odsCode())
                .param("code", surgery.code())
                .param("telephone", surgery.telephone())
                .update();
        superuser
                .sql("""
                        insert into clinical_system (practice_id, fhir_base_url) values (:id, :url)
                        on conflict (practice_id) do update set fhir_base_url = excluded.fhir_base_url
                        """)
                .param("id", surgery.uuid())
                .param("url", clinicalSystem.toString())
                .update();
        superuser
                .sql("""
                        insert into smart_system (practice_id, issuer, client_id) values (:id, :url, 'anteroom')
                        on conflict do nothing
                        """)
                .param("id", surgery.uuid())
                .param("url", clinicalSystem.toString())
                .update();
    }

    /** Open on weekdays as most surgeries are; hours that somebody has changed stay. */
    void keepHours(Surgery surgery) {
        superuser.sql("""
                        insert into opening_hours (practice_id, weekday, opens, closes)
                        select :id, day, time '08:00', time '18:30' from generate_series(1, 5) as day
                        where not exists (select from opening_hours where practice_id = :id)
                        """).param("id", surgery.uuid()).update();
    }

    void employ(Worker worker, PasswordEncoder passwords) {
        boolean works = superuser
                .sql("select exists (select from staff_member where practice_id = :practice and staff_id = :id)")
                .param("practice", worker.surgery().uuid())
                .param("id", worker.id())
                .query(Boolean.class)
                .single();
        if (works) {
            return;
        }
        superuser
                .sql("""
                        insert into staff_member (practice_id, staff_id, sign_in_name, password_hash, title, given_name, family_name,
                                                  roles, registration)
                        values (:practice, :id, :email, :hash, :title, :given, :family, array[:role], :registration)
                        """)
                .param("practice", worker.surgery().uuid())
                .param("id", worker.id())
                .param("email", worker.email())
                .param("hash", passwords.encode(Worker.PASSWORD))
                .param("title", worker.title())
                .param("given", worker.givenName())
                .param("family", worker.familyName())
                .param("role", worker.role().name())
                .param("registration", worker.registration())
                .update();
    }

    /** Whether somebody has said how its practice list is kept. */
    boolean readsList(Surgery surgery) {
        return superuser
                .sql("select exists (select from list_state where practice_id = :practice)")
                .param("practice", surgery.uuid())
                .query(Boolean.class)
                .single();
    }

    boolean knows(UUID request) {
        return superuser
                .sql("select exists (select from patient_request where request_id = :id)")
                .param("id", request)
                .query(Boolean.class)
                .single();
    }
}
