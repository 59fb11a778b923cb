package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Together.together;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.photo.BodySite;
import uk.anteroom.photo.How;
import uk.anteroom.photo.Photo;
import uk.anteroom.photo.PhotoId;
import uk.anteroom.photo.Photos;
import uk.anteroom.photo.Pictures;
import uk.anteroom.photo.Side;
import uk.anteroom.photo.Unreadable;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Role;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class PhotoTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Photos photos;

    Surgery surgery;
    ConsultationId live;

    @BeforeEach
    void meet() {
        surgery = cast.surgery();
        live = story.live(surgery);
    }

    @Test
    void photoIsKeptOnlyAfterAYes() throws Unreadable {
        PhotoId id = asked();
        assertThat(photos.take(consultation(), id, How.TAKE_PHOTO, Pictures.jpeg(40, 30)))
                .isFalse();

        photos.answer(consultation(), id, true);
        assertThat(photos.take(consultation(), id, How.TAKE_PHOTO, Pictures.jpeg(40, 30)))
                .isTrue();

        Photo kept = photo(id);
        assertThat(kept.kept()).isTrue();
        assertThat(kept.agreedAt()).isNotNull();
        assertThat(kept.site()).isEqualTo(BodySite.ARM);
        assertThat(kept.side()).isEqualTo(Side.LEFT);
        assertThat(photos.look(surgery.clinician(), live, id)).isPresent();
        assertThat(acts(id)).containsSubsequence("photo.asked", "photo.agreed", "photo.taken", "photo.viewed");
    }

    @Test
    void noIsNoAndAnotherQuestionIsAnotherPhoto() throws Unreadable {
        PhotoId id = asked();
        photos.answer(consultation(), id, false);
        photos.answer(consultation(), id, true);

        assertThat(photos.take(consultation(), id, How.CANVAS, Pictures.jpeg(40, 30)))
                .isFalse();
        assertThat(photo(id).declinedAt()).isNotNull();
        assertThat(photo(id).agreedAt()).isNull();
        assertThat(asked()).isNotEqualTo(id);
    }

    @Test
    void oneQuestionAtATimeAndOfTwentyAtOnceOneIsAsked() {
        List<Boolean> asked = together(20, n -> photos.ask(surgery.clinician(), live, BodySite.FACE, null));
        assertThat(asked).containsOnlyOnce(true);
    }

    @Test
    void ofTwoThatAreSentAtOnceOneIsKept() {
        PhotoId id = asked();
        photos.answer(consultation(), id, true);

        List<Boolean> taken = together(8, n -> {
            try {
                return photos.take(consultation(), id, How.TAKE_PHOTO, Pictures.jpeg(40 + n, 30));
            } catch (Unreadable e) {
                throw new AssertionError(e);
            }
        });

        assertThat(taken).containsOnlyOnce(true);
    }

    @Test
    void deletedPhotoIsGoneFromTheDatabase() throws Unreadable {
        PhotoId id = taken();
        photos.drop(surgery.clinician(), live, id);

        assertThat(photos.look(surgery.clinician(), live, id)).isEmpty();
        assertThat(superuser()
                        .sql("select image_sealed is null from photo where photo_id = :id")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void pictureIsSealedInTheDatabase() throws Unreadable {
        PhotoId id = taken();
        byte[] stored = superuser()
                .sql("select image_sealed from photo where photo_id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        assertThat(stored).isNotEmpty();
        assertThat(stored[0]).as("a sealed field, not a JPEG").isEqualTo((byte) 1);
    }

    @Test
    void onlyCliniciansSeeAndOnlyTheHolderAsksAndDeletes() throws Unreadable {
        PhotoId id = taken();
        StaffMember colleague = cast.staff(surgery.practice(), "Dr", "Jonas", "Berg", Role.CLINICIAN);

        assertThat(photos.look(colleague, live, id)).isPresent();
        assertThat(photos.ask(colleague, live, BodySite.FACE, null)).isFalse();
        photos.drop(colleague, live, id);
        assertThat(photo(id).kept()).isTrue();
        assertThatThrownBy(() -> photos.look(surgery.receptionist(), live, id)).isInstanceOf(NotAllowed.class);
        assertThat(photos.look(cast.surgery().clinician(), live, id)).isEmpty();
    }

    @Test
    void photoOfAnotherConsultationCannotBeAnsweredOrSent() throws Unreadable {
        PhotoId id = asked();
        Surgery elsewhere = cast.surgery();
        Consultation other = story.look(elsewhere.practice(), story.live(elsewhere));

        photos.answer(other, id, true);
        assertThat(photos.take(other, id, How.FILE, Pictures.jpeg(40, 30))).isFalse();
        assertThat(photo(id).agreedAt()).isNull();
    }

    @Test
    void pictureIsServedAloneAndToNobodyElse() throws Unreadable {
        PhotoId id = taken();
        String address = "/consultations/" + live + "/photos/" + id + "/image";
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        var answer = desk.open(address).response();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        Browser reception = browser();
        reception.signIn(surgery.receptionist());
        assertThat(reception.open(address).status()).isEqualTo(403);
        Browser stranger = browser();
        stranger.signIn(cast.surgery().clinician());
        assertThat(stranger.open(address).status()).isEqualTo(404);
    }

    private PhotoId asked() {
        assertThat(photos.ask(surgery.clinician(), live, BodySite.ARM, Side.LEFT))
                .isTrue();
        return photos.question(consultation()).orElseThrow().id();
    }

    private PhotoId taken() throws Unreadable {
        PhotoId id = asked();
        photos.answer(consultation(), id, true);
        assertThat(photos.take(consultation(), id, How.TAKE_PHOTO, Pictures.jpeg(40, 30)))
                .isTrue();
        return id;
    }

    private Photo photo(PhotoId id) {
        return photos.of(surgery.clinician(), live).stream()
                .filter(photo -> photo.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Consultation consultation() {
        return story.look(surgery.practice(), live);
    }

    private List<String> acts(PhotoId id) {
        return superuser()
                .sql("select action from audit_entry where subject_id = :id order by entry_id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(TestDatabase.get().superuser());
    }
}
