package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.invitation.HandoverSecret;
import uk.anteroom.invitation.Handovers;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.Together;

/** A patient goes on with another device: once, in time, and nobody else does. */
class HandoverTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Handovers handovers;

    @Autowired
    Visits visits;

    @Autowired
    Attendance attendance;

    @Autowired
    Invitations invitations;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    Sending.Sent sent;
    DeviceKey first;
    Handovers.Offer offer;
    String practiceCode;
    String address;

    @BeforeEach
    void offered() {
        surgery = cast.surgery();
        sent = story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        var token = story.token(surgery, sent);
        practiceCode = token.publicCode();
        first = ((IdentityCheck.Passed) checks.byBirth(token, surgery.rosa().born(), "192.0.2.1")).device();
        offer = handovers.offer(first).orElseThrow();
        address = "192.0.2." + UUID.randomUUID();
    }

    @Test
    void squareBindsAnotherDeviceToTheSamePlaceOnce() {
        DeviceKey second = handovers.take(offer.secret()).orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(visits.of(second).orElseThrow().invitation().id()).isEqualTo(sent.invitation());
        assertThat(visits.of(first)).as("the first one may come back").isPresent();
        assertThat(handovers.take(offer.secret())).as("a second time").isEmpty();
        assertThat(rows()).as("what is left of it").isZero();
    }

    @Test
    void ofTwoDevicesThatBringTheSameSquareOneGetsIn() {
        List<Optional<DeviceKey>> taken = Together.together(4, n -> handovers.take(offer.secret()));
        assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void lettersBindNothingBeforeTheFirstDeviceSaysYes() {
        HandoverSecret claim = typed(offer.code().grouped().toLowerCase(Locale.ROOT));

        assertThat(handovers.collect(claim)).isInstanceOf(Handovers.Answer.NotYet.class);
        assertThat(handovers.asked(first)).isTrue();
        assertThat(devices()).isEqualTo(1);

        assertThat(handovers.answer(first, true)).isTrue();
        Handovers.Answer answer = handovers.collect(claim);
        assertThat(answer).isInstanceOf(Handovers.Answer.Yes.class);
        assertThat(visits.of(((Handovers.Answer.Yes) answer).device())
                        .orElseThrow()
                        .invitation()
                        .id())
                .isEqualTo(sent.invitation());
        assertThat(handovers.collect(claim)).as("a second time").isInstanceOf(Handovers.Answer.No.class);
        assertThat(rows()).isZero();
    }

    @Test
    void noOfTheFirstDeviceVoidsTheLettersAndTheSquare() {
        HandoverSecret claim = typed(offer.code().value());

        assertThat(handovers.answer(first, false)).isTrue();

        assertThat(handovers.collect(claim)).isInstanceOf(Handovers.Answer.No.class);
        assertThat(handovers.take(offer.secret())).isEmpty();
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void lettersAreTypedOnce() {
        typed(offer.code().value());
        assertThat(handovers.claim(practiceCode, offer.code().value(), address))
                .isInstanceOf(Handovers.Claim.Wrong.class);
    }

    @Test
    void yesWithoutSomebodyWhoWaitsBindsNobody() {
        assertThat(handovers.answer(first, true)).isFalse();
        HandoverSecret claim = typed(offer.code().value());
        assertThat(handovers.collect(claim)).isInstanceOf(Handovers.Answer.NotYet.class);
    }

    @Test
    void tenMinutesAreTheEndOfIt() {
        HandoverSecret claim = typed(offer.code().value());
        handovers.answer(first, true);
        superuser
                .sql("update handover set expires_at = clock_timestamp() where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();

        assertThat(handovers.take(offer.secret())).isEmpty();
        assertThat(handovers.collect(claim)).isInstanceOf(Handovers.Answer.No.class);
        assertThat(handovers.asked(first)).isFalse();
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void offerIsGoodForTenMinutes() {
        assertThat(superuser
                        .sql("""
                                select extract(epoch from expires_at - clock_timestamp()) from handover
                                where practice_id = :practice
                                """)
                        .param("practice", surgery.practice().value())
                        .query(Double.class)
                        .single())
                .isBetween(590.0, 600.0);
    }

    @Test
    void newOfferVoidsTheOneBefore() {
        Handovers.Offer newer = handovers.offer(first).orElseThrow();
        assertThat(handovers.take(offer.secret())).isEmpty();
        assertThat(handovers.claim(practiceCode, offer.code().value(), address))
                .isInstanceOf(Handovers.Claim.Wrong.class);
        assertThat(handovers.take(newer.secret())).isPresent();
    }

    @Test
    void lettersOfOnePracticeOpenNothingInAnother() {
        Surgery other = cast.surgery();
        var there = story.token(
                other, story.invited(other, other.rosa(), other.rosa().email()));
        assertThat(handovers.claim(there.publicCode(), offer.code().value(), address))
                .isInstanceOf(Handovers.Claim.Wrong.class);
        String forged = there.publicCode() + offer.secret().value().substring(practiceCode.length());
        assertThat(handovers.take(HandoverSecret.read(forged).orElseThrow())).isEmpty();
        assertThat(handovers.take(offer.secret()))
                .as("the right one still works")
                .isPresent();
    }

    @Test
    void whoMistypesTooOftenMustWaitEvenWithTheRightLetters() {
        int wrong = 0;
        while (handovers.claim(practiceCode, "AAAAAA", address) instanceof Handovers.Claim.Wrong) {
            wrong++;
        }
        // the limits of tests are a hundred times those of the service, and fill up slowly
        assertThat(wrong).isBetween(500, 520);
        assertThat(handovers.claim(practiceCode, offer.code().value(), address))
                .isInstanceOf(Handovers.Claim.TooMany.class);
        assertThat(handovers.claim(practiceCode, offer.code().value(), address + "x"))
                .as("from elsewhere")
                .isInstanceOf(Handovers.Claim.Waits.class);
    }

    @Test
    void nothingIsOfferedOnceTheInvitationIsWithdrawn() {
        invitations.withdraw(surgery.clinician(), sent.invitation());
        assertThat(handovers.offer(first)).isEmpty();
        assertThat(handovers.take(offer.secret())).as("an offer from before").isEmpty();
    }

    @Test
    void neitherSecretNorLettersStandInTheDatabase() {
        String row = superuser
                .sql("select handover::text from handover where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(offer.secret().value(), offer.code().value());
        assertThat(offer.toString())
                .doesNotContain(offer.secret().value(), offer.code().value());
    }

    private HandoverSecret typed(String letters) {
        return ((Handovers.Claim.Waits) handovers.claim(practiceCode, letters, address)).claim();
    }

    private int rows() {
        return count("handover", surgery.practice());
    }

    private int devices() {
        return count("participant_device", surgery.practice());
    }

    private int count(String table, PracticeId practice) {
        return superuser
                .sql("select count(*) from " + table + " where practice_id = :practice")
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }
}
