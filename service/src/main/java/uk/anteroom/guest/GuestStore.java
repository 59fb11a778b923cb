package uk.anteroom.guest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class GuestStore {

    private static final String SELECT = """
            select practice_id, guest_id, consultation_id, seat, role, name_sealed, known_as_sealed, channel, contact_sealed,
                   dies_at > clock_timestamp() as young, invited_at, opened_at, confirmed_at, agreement, removed_at
            from guest
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    GuestStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The guest as invited. */
    record Invited(
            GuestId id,
            ConsultationId consultation,
            ParticipantId seat,
            GuestRole role,
            String name,
            @Nullable String knownAs,
            ContactPoint to) {}

    void add(PracticeId practice, Invited guest, LinkToken token, UUID formKey, Duration life, StaffId by) {
        GuestId id = guest.id();
        jdbc.sql("""
                insert into guest (practice_id, guest_id, consultation_id, seat, role, name_sealed, known_as_sealed, channel,
                                   contact_sealed, token_hash, link_sealed, form_key, dies_at, invited_by)
                values (:practice, :id, :consultation, :seat, :role, :name, :knownAs, :channel, :contact, :hash, :link, :formKey,
                        clock_timestamp() + make_interval(secs => :seconds), :by)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("consultation", guest.consultation().value())
                .param("seat", guest.seat().value())
                .param("role", guest.role().name())
                .param("name", cipher.seal(guest.name(), place("name", id)))
                .param("knownAs", guest.knownAs() == null ? null : cipher.seal(guest.knownAs(), place("known_as", id)))
                .param("channel", guest.to().channel().name())
                .param("contact", cipher.seal(guest.to().value(), place("contact", id)))
                .param("hash", token.digest())
                .param("link", cipher.seal(token.value(), place("link", id)))
                .param("formKey", formKey)
                .param("seconds", life.toSeconds())
                .param("by", by.value())
                .update();
    }

    Optional<Guest> withFormKey(PracticeId practice, UUID formKey) {
        return one("practice_id = :practice and form_key = :key", practice, formKey);
    }

    Optional<Guest> find(PracticeId practice, GuestId id) {
        return one("practice_id = :practice and guest_id = :key", practice, id.value());
    }

    Optional<Guest> inSeat(PracticeId practice, ParticipantId seat) {
        return one("practice_id = :practice and seat = :key", practice, seat.value());
    }

    Optional<Guest> withToken(PracticeId practice, LinkToken token) {
        return one("practice_id = :practice and token_hash = :key", practice, token.digest());
    }

    Optional<Guest> ofDevice(PracticeId practice, byte[] deviceHash) {
        return one("""
                practice_id = :practice and guest_id = (
                    select d.guest_id from guest_device d where d.practice_id = :practice and d.device_hash = :key)
                """, practice, deviceHash);
    }

    private Optional<Guest> one(String which, PracticeId practice, Object key) {
        return jdbc.sql(SELECT + "where " + which)
                .param("practice", practice.value())
                .param("key", key)
                .query((row, n) -> guest(row))
                .optional();
    }

    /** In the order in which they were invited. */
    List<Guest> ofConsultation(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql(
                        SELECT
                                + "where practice_id = :practice and consultation_id = :consultation order by invited_at, guest_id")
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query((row, n) -> guest(row))
                .list();
    }

    /** The link's token, while it lives. */
    Optional<LinkToken> token(PracticeId practice, GuestId id) {
        return jdbc.sql("""
                select link_sealed from guest
                where practice_id = :practice and guest_id = :id and link_sealed is not null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new LinkToken(cipher.open(row.getBytes("link_sealed"), place("link", id))))
                .optional();
    }

    void opened(PracticeId practice, GuestId id) {
        update("opened_at = clock_timestamp()", "opened_at is null", practice, id);
    }

    void confirmed(PracticeId practice, GuestId id) {
        update(
                "confirmed_at = coalesce(confirmed_at, clock_timestamp()), opened_at = coalesce(opened_at, clock_timestamp())",
                "true",
                practice,
                id);
    }

    /** True if this call removed them. */
    boolean removed(PracticeId practice, GuestId id) {
        return update("removed_at = clock_timestamp(), link_sealed = null", "removed_at is null", practice, id) == 1;
    }

    void agreed(PracticeId practice, GuestId id, Agreement agreement) {
        jdbc.sql("""
                update guest set agreement = :agreement, agreement_at = clock_timestamp()
                where practice_id = :practice and guest_id = :id
                """)
                .param("agreement", agreement.name())
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Forgets the links of a consultation that is over. */
    void eraseLinks(PracticeId practice, ConsultationId consultation) {
        jdbc.sql("""
                update guest set link_sealed = null
                where practice_id = :practice and consultation_id = :consultation and link_sealed is not null
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .update();
    }

    void bind(PracticeId practice, byte[] deviceHash, GuestId id) {
        jdbc.sql("insert into guest_device (practice_id, device_hash, guest_id) values (:practice, :hash, :id)")
                .param("practice", practice.value())
                .param("hash", deviceHash)
                .param("id", id.value())
                .update();
    }

    private int update(String set, String where, PracticeId practice, GuestId id) {
        return jdbc.sql("update guest set " + set + " where practice_id = :practice and guest_id = :id and " + where)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    private Guest guest(ResultSet row) throws SQLException {
        GuestId id = new GuestId(row.getObject("guest_id", UUID.class));
        byte[] knownAs = row.getBytes("known_as_sealed");
        String agreement = row.getString("agreement");
        return new Guest(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                id,
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                new ParticipantId(row.getObject("seat", UUID.class)),
                GuestRole.valueOf(row.getString("role")),
                cipher.open(row.getBytes("name_sealed"), place("name", id)),
                knownAs == null ? null : cipher.open(knownAs, place("known_as", id)),
                ContactPoint.stored(
                        Channel.valueOf(row.getString("channel")),
                        cipher.open(row.getBytes("contact_sealed"), place("contact", id))),
                row.getBoolean("young"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                instant(row, "opened_at"),
                instant(row, "confirmed_at"),
                agreement == null ? null : Agreement.valueOf(agreement),
                instant(row, "removed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String place(String field, GuestId id) {
        return "guest." + field + ":" + id;
    }
}
