package uk.anteroom.invitation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;

/** Offers to go on with another device. Secrets are digests, codes keyed hashes; a row is gone once it was used. */
@Repository
class HandoverStore {

    private static final String KIND = "handover.code";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    HandoverStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Replaces an earlier offer of this invitation, and forgets the practice's old ones. False if another offer has that code. */
    boolean put(
            PracticeId practice, InvitationId invitation, HandoverSecret secret, HandoverCode code, Duration goodFor) {
        jdbc.sql("""
                delete from handover
                where practice_id = :practice and (invitation_id = :id or expires_at < clock_timestamp())
                """)
                .param("practice", practice.value())
                .param("id", invitation.value())
                .update();
        return jdbc.sql("""
                        insert into handover (practice_id, invitation_id, secret_hash, code_hash, expires_at)
                        values (:practice, :id, :secret, :code, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", invitation.value())
                        .param("secret", secret.digest())
                        .param("code", cipher.fingerprint(KIND, code.value()))
                        .param("seconds", (double) goodFor.toSeconds())
                        .update()
                == 1;
    }

    /** Uses an offer up by its square, and answers whose it was. Of two who race, one gets it. */
    Optional<InvitationId> take(PracticeId practice, HandoverSecret secret) {
        return jdbc.sql("""
                        delete from handover
                        where practice_id = :practice and secret_hash = :secret and expires_at > clock_timestamp()
                        returning invitation_id
                        """)
                .param("practice", practice.value())
                .param("secret", secret.digest())
                .query(UUID.class)
                .optional()
                .map(InvitationId::new);
    }

    /** Somebody typed the letters: notes who waits. Once only; the code is used up by that. */
    Optional<InvitationId> claim(PracticeId practice, HandoverCode code, HandoverSecret claim) {
        return jdbc.sql("""
                        update handover set claim_hash = :claim
                        where practice_id = :practice and code_hash = :code and claim_hash is null
                            and expires_at > clock_timestamp()
                        returning invitation_id
                        """)
                .param("claim", claim.digest())
                .param("practice", practice.value())
                .param("code", cipher.fingerprint(KIND, code.value()))
                .query(UUID.class)
                .optional()
                .map(InvitationId::new);
    }

    /** Somebody has typed the letters of this invitation and waits for a yes. */
    boolean asked(PracticeId practice, InvitationId invitation) {
        return jdbc.sql("""
                        select exists (select from handover
                            where practice_id = :practice and invitation_id = :id and claim_hash is not null
                                and allowed_at is null and expires_at > clock_timestamp())
                        """)
                .param("practice", practice.value())
                .param("id", invitation.value())
                .query(Boolean.class)
                .single();
    }

    /** False if nobody waits any more. */
    boolean allow(PracticeId practice, InvitationId invitation) {
        return jdbc.sql("""
                        update handover set allowed_at = clock_timestamp()
                        where practice_id = :practice and invitation_id = :id and claim_hash is not null
                            and allowed_at is null and expires_at > clock_timestamp()
                        """)
                        .param("practice", practice.value())
                        .param("id", invitation.value())
                        .update()
                == 1;
    }

    void withdraw(PracticeId practice, InvitationId invitation) {
        jdbc.sql("delete from handover where practice_id = :practice and invitation_id = :id")
                .param("practice", practice.value())
                .param("id", invitation.value())
                .update();
    }

    /** Still waiting for the first device's answer. */
    boolean waits(PracticeId practice, HandoverSecret claim) {
        return jdbc.sql("""
                        select exists (select from handover
                            where practice_id = :practice and claim_hash = :claim and expires_at > clock_timestamp())
                        """)
                .param("practice", practice.value())
                .param("claim", claim.digest())
                .query(Boolean.class)
                .single();
    }

    /** Uses an offer up that the first device has allowed. */
    Optional<InvitationId> collect(PracticeId practice, HandoverSecret claim) {
        return jdbc.sql("""
                        delete from handover
                        where practice_id = :practice and claim_hash = :claim and allowed_at is not null
                            and expires_at > clock_timestamp()
                        returning invitation_id
                        """)
                .param("practice", practice.value())
                .param("claim", claim.digest())
                .query(UUID.class)
                .optional()
                .map(InvitationId::new);
    }
}
