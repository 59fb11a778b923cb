package uk.anteroom.invitation;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class InvitationStore {

    private static final String SELECT = """
            select practice_id, invitation_id, consultation_id, channel, contact_sealed, one_off, attempts_left,
                   dies_at > clock_timestamp() as young, opened_at, identity_at, identity_by, other_account_at, locked_at, withdrawn_at, sent_by,
                   created_at
            from invitation
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    InvitationStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** False if this press of the button was stored before. */
    boolean add(
            PracticeId practice,
            InvitationId id,
            ConsultationId consultation,
            ContactPoint to,
            boolean oneOff,
            LinkToken token,
            UUID formKey,
            Duration life,
            StaffId by) {
        return jdbc.sql("""
                        insert into invitation (practice_id, invitation_id, consultation_id, channel, contact_sealed, one_off,
                                                token_hash, link_sealed, form_key, dies_at, sent_by)
                        values (:practice, :id, :consultation, :channel, :contact, :oneOff, :hash, :link, :formKey,
                                clock_timestamp() + make_interval(secs => :seconds), :by)
                        on conflict (practice_id, form_key) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("consultation", consultation.value())
                        .param("channel", to.channel().name())
                        .param("contact", cipher.seal(to.value(), contactPlace(id)))
                        .param("oneOff", oneOff)
                        .param("hash", token.digest())
                        .param("link", cipher.seal(token.value(), linkPlace(id)))
                        .param("formKey", formKey)
                        .param("seconds", life.toSeconds())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /**
     * Another link to the same place as one that is too old. It takes over the attempts that were left, so that asking anew buys no further
     * guesses at a date of birth.
     */
    void renew(Invitation old, InvitationId id, LinkToken token, Duration life) {
        jdbc.sql("""
                insert into invitation (practice_id, invitation_id, consultation_id, channel, contact_sealed, one_off, token_hash,
                                        link_sealed, form_key, attempts_left, dies_at, sent_by)
                values (:practice, :id, :consultation, :channel, :contact, :oneOff, :hash, :link, :formKey, :attempts,
                        clock_timestamp() + make_interval(secs => :seconds), :by)
                """)
                .param("practice", old.practice().value())
                .param("id", id.value())
                .param("consultation", old.consultation().value())
                .param("channel", old.to().channel().name())
                .param("contact", cipher.seal(old.to().value(), contactPlace(id)))
                .param("oneOff", old.oneOff())
                .param("hash", token.digest())
                .param("link", cipher.seal(token.value(), linkPlace(id)))
                .param("formKey", UUID.randomUUID())
                .param("attempts", old.attemptsLeft())
                .param("seconds", life.toSeconds())
                .param("by", old.sentBy().value())
                .update();
    }

    Optional<Invitation> withFormKey(PracticeId practice, UUID formKey) {
        return jdbc.sql(SELECT + "where practice_id = :practice and form_key = :formKey")
                .param("practice", practice.value())
                .param("formKey", formKey)
                .query((row, n) -> invitation(row))
                .optional();
    }

    Optional<Invitation> find(PracticeId practice, InvitationId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and invitation_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> invitation(row))
                .optional();
    }

    Optional<Invitation> withToken(PracticeId practice, LinkToken token) {
        return jdbc.sql(SELECT + "where practice_id = :practice and token_hash = :hash")
                .param("practice", practice.value())
                .param("hash", token.digest())
                .query((row, n) -> invitation(row))
                .optional();
    }

    /** By half of the digest, {@link LinkToken#name}; a range, so that the index of the whole one serves. */
    Optional<Invitation> named(PracticeId practice, UUID name) {
        byte[] from = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array();
        byte[] to = Arrays.copyOf(from, from.length * 2);
        Arrays.fill(to, from.length, to.length, (byte) 0xff);
        return jdbc.sql(SELECT + "where practice_id = :practice and token_hash >= :from and token_hash <= :to")
                .param("practice", practice.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> invitation(row))
                .optional();
    }

    Optional<Invitation> ofDevice(PracticeId practice, byte[] deviceHash) {
        return jdbc.sql(SELECT + """
                where practice_id = :practice and invitation_id = (
                    select d.invitation_id from participant_device d
                    where d.practice_id = :practice and d.device_hash = :hash)
                """)
                .param("practice", practice.value())
                .param("hash", deviceHash)
                .query((row, n) -> invitation(row))
                .optional();
    }

    List<Invitation> ofConsultation(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql(SELECT
                        + "where practice_id = :practice and consultation_id = :consultation order by created_at desc")
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query((row, n) -> invitation(row))
                .list();
    }

    /** The link's token, while the invitation lives. */
    Optional<LinkToken> token(PracticeId practice, InvitationId id) {
        return jdbc.sql("""
                select link_sealed from invitation
                where practice_id = :practice and invitation_id = :id and link_sealed is not null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new LinkToken(cipher.open(row.getBytes("link_sealed"), linkPlace(id))))
                .optional();
    }

    void opened(PracticeId practice, InvitationId id) {
        jdbc.sql("""
                update invitation set opened_at = clock_timestamp()
                where practice_id = :practice and invitation_id = :id and opened_at is null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Uses up one attempt and answers how many remain, or nothing if none was left. Racing answers use one each. */
    Optional<Integer> takeAttempt(PracticeId practice, InvitationId id) {
        return jdbc.sql("""
                update invitation set attempts_left = attempts_left - 1
                where practice_id = :practice and invitation_id = :id and attempts_left > 0 and locked_at is null
                  and withdrawn_at is null
                returning attempts_left
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** A right answer costs nothing: gives its attempt back, and notes the consent given with it. */
    void passed(PracticeId practice, InvitationId id, IdentityProof by) {
        jdbc.sql("""
                update invitation
                set identity_at = clock_timestamp(), identity_by = :by, opened_at = coalesce(opened_at, clock_timestamp()),
                    consented_at = case when :by = 'BIRTH' then coalesce(consented_at, clock_timestamp()) else consented_at end,
                    attempts_left = least(5, attempts_left + case when :by = 'BIRTH' then 1 else 0 end)
                where practice_id = :practice and invitation_id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("by", by.name())
                .update();
    }

    void otherAccount(PracticeId practice, InvitationId id) {
        jdbc.sql("""
                update invitation set other_account_at = clock_timestamp()
                where practice_id = :practice and invitation_id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void lock(PracticeId practice, InvitationId id) {
        jdbc.sql("""
                update invitation set locked_at = clock_timestamp(), link_sealed = null
                where practice_id = :practice and invitation_id = :id and locked_at is null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** True if this call withdrew it. */
    boolean withdraw(PracticeId practice, InvitationId id) {
        return jdbc.sql("""
                        update invitation set withdrawn_at = clock_timestamp(), link_sealed = null
                        where practice_id = :practice and invitation_id = :id and withdrawn_at is null
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Forgets the links of a consultation that is over. */
    void eraseLinks(PracticeId practice, ConsultationId consultation) {
        jdbc.sql("""
                update invitation set link_sealed = null
                where practice_id = :practice and consultation_id = :consultation and link_sealed is not null
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .update();
    }

    void bind(PracticeId practice, byte[] deviceHash, InvitationId id) {
        jdbc.sql("""
                insert into participant_device (practice_id, device_hash, invitation_id)
                values (:practice, :hash, :id)
                """)
                .param("practice", practice.value())
                .param("hash", deviceHash)
                .param("id", id.value())
                .update();
    }

    /** True if there was such a device. */
    boolean unbind(PracticeId practice, byte[] deviceHash) {
        return jdbc.sql("delete from participant_device where practice_id = :practice and device_hash = :hash")
                        .param("practice", practice.value())
                        .param("hash", deviceHash)
                        .update()
                > 0;
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        InvitationId id = new InvitationId(row.getObject("invitation_id", UUID.class));
        String proof = row.getString("identity_by");
        return new Invitation(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                id,
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                ContactPoint.stored(
                        Channel.valueOf(row.getString("channel")),
                        cipher.open(row.getBytes("contact_sealed"), contactPlace(id))),
                row.getBoolean("one_off"),
                row.getInt("attempts_left"),
                row.getBoolean("young"),
                instant(row, "opened_at"),
                instant(row, "identity_at"),
                proof == null ? null : IdentityProof.valueOf(proof),
                instant(row, "other_account_at"),
                instant(row, "locked_at"),
                instant(row, "withdrawn_at"),
                new StaffId(row.getObject("sent_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String contactPlace(InvitationId id) {
        return "invitation.contact:" + id;
    }

    private static String linkPlace(InvitationId id) {
        return "invitation.link:" + id;
    }
}
