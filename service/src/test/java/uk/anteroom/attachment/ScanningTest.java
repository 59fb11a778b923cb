package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import uk.anteroom.testing.RealClamd;

/** Nobody reads what a real scanner has not looked into. */
class ScanningTest extends ScannedService {

    @Autowired
    ConfigurableApplicationContext service;

    @Test
    void cleanFileCanBeReadAndPagesAreTold() {
        ConcurrentLinkedQueue<Object> told = listen();

        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        readOnceScanned(one);

        assertThat(look(one).state()).isEqualTo(AttachmentState.CLEAN);
        assertThat(told).containsOnlyOnce(new AttachmentChanged(practice, rosa, null));
        assertThat(acts(one.id())).containsExactly("attachment.received", "attachment.clean");
    }

    @Test
    void infectedFileIsNeverReadAndNothingOfItIsLeft() {
        ConcurrentLinkedQueue<Object> told = listen();
        Attachment one = sent("invoice.pdf", Specimens.pdf(RealClamd.MARKER));
        UUID message = message();
        attachments.attach(practice, FileOwner.conversation(rosa, null), message, List.of(one.id()));

        eventually("found", () -> look(one).state() == AttachmentState.INFECTED);

        assertThat(attachments.read(practice, one.id())).isEmpty();
        assertThat(attachments.thumbnail(practice, one.id())).isEmpty();
        assertThat(bytesLeft(one.id())).isZero();
        assertThat(look(one).size()).isZero();
        // with its message or before it had one, whichever came first
        assertThat(told)
                .containsAnyOf(
                        new AttachmentChanged(practice, rosa, null), new AttachmentChanged(practice, rosa, message));
        assertThat(acts(one.id())).contains("attachment.infected");
        assertThat(attachments.attach(practice, FileOwner.conversation(rosa, null), message(), List.of(one.id())))
                .isFalse();
    }

    @Test
    void whatStoodBehindAPictureIsNotFoundSinceItIsNotKept() {
        byte[] jpeg = Specimens.jpeg(64, 48);
        byte[] marked = Specimens.bytes(Specimens.text(jpeg) + RealClamd.MARKER);

        assertThat(Specimens.text(readOnceScanned(sent("a.jpg", marked)).bytes()))
                .doesNotContain(RealClamd.MARKER);
    }

    @Test
    void filesWaitWhileTheScannerIsAwayAndAreScannedWhenItIsBack() {
        CLAMD.stop();
        Attachment clean = sent("photo.png", Specimens.png(40, 40));
        Attachment infected = sent("invoice.pdf", Specimens.pdf(RealClamd.MARKER));
        eventually("tried in vain", () -> scans(clean) >= 1 && scans(infected) >= 1);

        for (Attachment one : List.of(clean, infected)) {
            assertThat(look(one).state()).isEqualTo(AttachmentState.WAITING);
            assertThat(attachments.read(practice, one.id())).isEmpty();
            assertThat(attachments.thumbnail(practice, one.id())).isEmpty();
        }

        CLAMD.start();
        eventually("scanned", () -> {
            hurry("attachment-scan", clean.id());
            hurry("attachment-scan", infected.id());
            return look(clean).state() == AttachmentState.CLEAN
                    && look(infected).state() == AttachmentState.INFECTED;
        });
        assertThat(attachments.read(practice, clean.id())).isPresent();
        assertThat(attachments.read(practice, infected.id())).isEmpty();
    }

    private int scans(Attachment one) {
        return superuser
                .sql("select scans from attachment where attachment_id = :id")
                .param("id", one.id().value())
                .query(Integer.class)
                .single();
    }

    private ConcurrentLinkedQueue<Object> listen() {
        ConcurrentLinkedQueue<Object> told = new ConcurrentLinkedQueue<>();
        service.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof AttachmentChanged(var of, var patient, var message)
                    && of.equals(practice)) {
                told.add(event.getPayload());
            }
        });
        return told;
    }
}
