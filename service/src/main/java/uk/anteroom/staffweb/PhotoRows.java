package uk.anteroom.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.photo.Photo;
import uk.anteroom.photo.PhotoWords;
import uk.anteroom.photo.Photos;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The photos of a consultation as its pages list them. */
@Component
class PhotoRows {

    private final Photos photos;
    private final PhotoWords photoWords;
    private final RecordEntries entries;
    private final EntryWords entryWords;
    private final MessageSource messages;
    private final ShownTimes times;

    PhotoRows(
            Photos photos,
            PhotoWords photoWords,
            RecordEntries entries,
            EntryWords entryWords,
            MessageSource messages,
            ShownTimes times) {
        this.photos = photos;
        this.photoWords = photoWords;
        this.entries = entries;
        this.entryWords = entryWords;
        this.messages = messages;
        this.times = times;
    }

    /** Newest first, without those that are gone. */
    List<PhotosPage.Row> of(StaffMember by, Consultation consultation, String patient) {
        Map<UUID, Entry> filed = entries.of(by.practice(), consultation.id()).stream()
                .collect(Collectors.toMap(Entry::subject, Function.identity()));
        boolean own = consultation.clinician().equals(by.id());
        List<PhotosPage.Row> rows = new ArrayList<>();
        for (Photo photo : photos.of(by, consultation.id())) {
            if (photo.goneAt() == null) {
                rows.addFirst(row(
                        consultation, photo, patient, own, filed.get(photo.id().value())));
            }
        }
        return rows;
    }

    /** Those with a picture, for pages after the call. */
    List<PhotosPage.Row> kept(StaffMember by, Consultation consultation, String patient) {
        return by.mayHoldConsultations()
                ? of(by, consultation, patient).stream()
                        .filter(PhotosPage.Row::kept)
                        .toList()
                : List.of();
    }

    private PhotosPage.Row row(
            Consultation consultation, Photo photo, String patient, boolean own, @Nullable Entry entry) {
        return new PhotosPage.Row(
                "/consultations/" + consultation.id() + "/photos/" + photo.id(),
                photoWords.of(photo),
                state(photo, patient),
                photo.kept(),
                photo.open(),
                own && photo.kept() && entry == null,
                entry == null ? null : entryWords.of(entry));
    }

    private String state(Photo photo, String patient) {
        if (photo.takenAt() != null) {
            return say(
                    "photo.state.taken",
                    times.time(photo.takenAt()),
                    Integer.toString(photo.width()),
                    Integer.toString(photo.height()));
        }
        if (photo.declinedAt() != null) {
            return say("photo.state.declined", patient);
        }
        return photo.agreedAt() != null
                ? say("photo.state.agreed", patient)
                : say("photo.state.asked", patient, times.time(photo.askedAt()));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }
}
