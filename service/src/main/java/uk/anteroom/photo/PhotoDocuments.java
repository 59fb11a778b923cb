package uk.anteroom.photo;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.clinicalsystem.Document;
import uk.anteroom.clinicalsystem.DocumentWriter;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** Gives photos to the record, as they are kept. */
@Component
class PhotoDocuments implements DocumentWriter {

    static final String KIND = "photo";

    private final PhotoStore store;
    private final PhotoWords words;
    private final PracticeTransactions transactions;

    PhotoDocuments(PhotoStore store, PhotoWords words, PracticeTransactions transactions) {
        this.store = store;
        this.words = words;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Document> write(PracticeId practice, UUID subject) {
        PhotoId id = new PhotoId(subject);
        return transactions.in(
                practice,
                () -> store.find(practice, id)
                        .filter(Photo::kept)
                        .flatMap(photo -> store.image(practice, id).map(image -> document(photo, image))));
    }

    private Document document(Photo photo, byte[] image) {
        Instant taken = Objects.requireNonNull(photo.takenAt());
        return new Document(words.title(photo), "image/jpeg", image, taken, null);
    }
}
