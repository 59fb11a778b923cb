package uk.anteroom.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class PhotoStore {

    private static final String SELECT = """
            select practice_id, photo_id, consultation_id, site, side, asked_at, agreed_at, declined_at, taken_at, how, width, height,
                   gone_at
            from photo
            """;

    private static final String OPEN = " and taken_at is null and declined_at is null and gone_at is null";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PhotoStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** False if the patient is being asked for one already. */
    boolean ask(
            PracticeId practice,
            PhotoId id,
            ConsultationId consultation,
            BodySite site,
            @Nullable Side side,
            StaffId by) {
        return jdbc.sql("""
                        insert into photo (practice_id, photo_id, consultation_id, site, side, asked_by)
                        values (:practice, :id, :consultation, :site, :side, :by)
                        on conflict (practice_id, consultation_id) where taken_at is null and declined_at is null and gone_at is null
                        do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("consultation", consultation.value())
                        .param("site", site.name())
                        .param("side", side == null ? null : side.name())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    List<Photo> ofConsultation(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql(
                        SELECT
                                + "where practice_id = :practice and consultation_id = :consultation order by asked_at, photo_id")
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query((row, n) -> photo(row))
                .list();
    }

    Optional<Photo> find(PracticeId practice, PhotoId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and photo_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> photo(row))
                .optional();
    }

    /** True if this call did it. */
    boolean agree(PracticeId practice, PhotoId id) {
        return update("agreed_at = clock_timestamp()", OPEN + " and agreed_at is null", practice, id);
    }

    /** True if this call did it. */
    boolean decline(PracticeId practice, PhotoId id) {
        return update("declined_at = clock_timestamp()", OPEN, practice, id);
    }

    /** True if this picture was taken; false if nobody agreed, it was taken already, or it is no longer wanted. */
    boolean take(PracticeId practice, PhotoId id, How how, Still still) {
        return jdbc.sql("""
                        update photo set taken_at = clock_timestamp(), how = :how, width = :width, height = :height, image_sealed = :image
                        where practice_id = :practice and photo_id = :id and agreed_at is not null
                        """ + OPEN)
                        .param("how", how.name())
                        .param("width", still.width())
                        .param("height", still.height())
                        .param("image", cipher.sealBytes(still.jpeg(), place(id)))
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<byte[]> image(PracticeId practice, PhotoId id) {
        return jdbc.sql("""
                select image_sealed from photo
                where practice_id = :practice and photo_id = :id and image_sealed is not null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> cipher.openBytes(row.getBytes("image_sealed"), place(id)))
                .optional();
    }

    /** Takes back what was asked for, or deletes what was taken. True if this call did it. */
    boolean drop(PracticeId practice, PhotoId id, StaffId by) {
        return jdbc.sql("""
                        update photo set gone_at = clock_timestamp(), gone_by = :by, image_sealed = null
                        where practice_id = :practice and photo_id = :id and gone_at is null
                        """)
                        .param("by", by.value())
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private boolean update(String set, String where, PracticeId practice, PhotoId id) {
        return jdbc.sql("update photo set " + set + " where practice_id = :practice and photo_id = :id" + where)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Photo photo(ResultSet row) throws SQLException {
        String side = row.getString("side");
        String how = row.getString("how");
        return new Photo(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new PhotoId(row.getObject("photo_id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                BodySite.valueOf(row.getString("site")),
                side == null ? null : Side.valueOf(side),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "agreed_at"),
                instant(row, "declined_at"),
                instant(row, "taken_at"),
                how == null ? null : How.valueOf(how),
                row.getInt("width"),
                row.getInt("height"),
                instant(row, "gone_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String place(PhotoId id) {
        return "photo.image:" + id;
    }
}
