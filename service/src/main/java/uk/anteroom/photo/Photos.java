package uk.anteroom.photo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/**
 * The photos of consultations. Only the clinician who has the consultation asks and deletes; clinicians of the practice look, and each look is audited. Nothing leaves for the
 * record by itself.
 */
@Service
public class Photos {

    /** The topic under which both pages hear that something about a photo has changed. */
    public static final String TOPIC = "photo";

    private final PhotoStore store;
    private final Consultations consultations;
    private final Calls calls;
    private final RecordEntries entries;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Photos(
            PhotoStore store,
            Consultations consultations,
            Calls calls,
            RecordEntries entries,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.calls = calls;
        this.entries = entries;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Asks the patient for a photo. False if a question is open, the call is not live, or somebody else has the consultation. */
    public boolean ask(StaffMember by, ConsultationId consultation, BodySite site, @Nullable Side side) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            Optional<Consultation> live = consultations
                    .find(by.practice(), consultation)
                    .filter(found -> found.state() == ConsultationState.LIVE)
                    .filter(found -> found.clinician().equals(by.id()));
            PhotoId id = new PhotoId(UUID.randomUUID());
            boolean asked = live.isPresent()
                    && store.ask(by.practice(), id, consultation, site, site.hasSides() ? side : null, by.id());
            if (asked) {
                audit.staff(by, "photo.asked", "photo", id.value());
                tell(live.get());
            }
            return asked;
        });
    }

    /** All of a consultation, in the order in which they were asked for. */
    public List<Photo> of(StaffMember by, ConsultationId consultation) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> store.ofConsultation(by.practice(), consultation));
    }

    /** The picture, a JPEG, for a clinician of the practice; the look is audited. */
    public Optional<byte[]> look(StaffMember by, ConsultationId consultation, PhotoId id) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            Optional<byte[]> image = store.find(by.practice(), id)
                    .filter(photo -> photo.consultation().equals(consultation))
                    .flatMap(photo -> store.image(by.practice(), id));
            audit.staff(by, image.isPresent() ? "photo.viewed" : "photo.not_found", "photo", id.value());
            return image;
        });
    }

    /**
     * Puts a picture into the patient's record: only the clinician who has the consultation decides that. False if there is no picture, or it is not theirs
     * to decide.
     */
    public boolean save(StaffMember by, ConsultationId consultation, PhotoId id) {
        by.mustHoldConsultations();
        return transactions.in(by.practice(), () -> {
            boolean own = consultations
                    .find(by.practice(), consultation)
                    .filter(found -> found.clinician().equals(by.id()))
                    .isPresent();
            boolean kept = store.find(by.practice(), id)
                    .filter(photo -> photo.consultation().equals(consultation))
                    .filter(Photo::kept)
                    .isPresent();
            if (own && kept) {
                entries.file(by, consultation, PhotoDocuments.KIND, id.value());
            }
            return own && kept;
        });
    }

    /** Takes back a question, or deletes a picture for good. */
    public void drop(StaffMember by, ConsultationId consultation, PhotoId id) {
        by.mustHoldConsultations();
        transactions.in(by.practice(), () -> {
            Optional<Consultation> own = consultations
                    .find(by.practice(), consultation)
                    .filter(found -> found.clinician().equals(by.id()));
            boolean theirs = store.find(by.practice(), id)
                    .filter(photo -> photo.consultation().equals(consultation))
                    .isPresent();
            if (own.isPresent() && theirs && store.drop(by.practice(), id, by.id())) {
                audit.staff(by, "photo.dropped", "photo", id.value());
                tell(own.get());
            }
        });
    }

    /** What the patient is being asked for now. */
    public Optional<Photo> question(Consultation of) {
        return transactions.in(
                of.practice(),
                () -> store.ofConsultation(of.practice(), of.id()).stream()
                        .filter(Photo::open)
                        .findFirst());
    }

    /** The patient answers. Nothing happens to a question of another consultation, or one that is answered. */
    public void answer(Consultation of, PhotoId id, boolean yes) {
        asked(of, id, () -> {
            if (yes ? store.agree(of.practice(), id) : store.decline(of.practice(), id)) {
                audit.patient(
                        of.practice(),
                        of.patient().value(),
                        yes ? "photo.agreed" : "photo.declined",
                        "photo",
                        id.value());
                tell(of);
            }
        });
    }

    /**
     * The patient has taken it. What is kept is made anew from the pixels. False if nobody asks for it any more, nobody agreed, or it was taken before: of
     * two that race one is kept. Throws {@link Unreadable}.
     */
    public boolean take(Consultation of, PhotoId id, How how, byte[] sent) throws Unreadable {
        Still still = Still.of(sent);
        return transactions.in(of.practice(), () -> {
            boolean taken = store.find(of.practice(), id)
                            .filter(photo -> photo.consultation().equals(of.id()))
                            .isPresent()
                    && of.reachable()
                    && store.take(of.practice(), id, how, still);
            if (taken) {
                audit.patient(of.practice(), of.patient().value(), "photo.taken", "photo", id.value());
                tell(of);
            }
            return taken;
        });
    }

    private void asked(Consultation of, PhotoId id, Runnable act) {
        transactions.in(
                of.practice(),
                () -> store.find(of.practice(), id)
                        .filter(photo -> photo.consultation().equals(of.id()))
                        .filter(Photo::open)
                        .ifPresent(photo -> act.run()));
    }

    private void tell(Consultation consultation) {
        calls.tell(consultation.practice(), consultation.call(), TOPIC);
    }
}
