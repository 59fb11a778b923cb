package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.invitation.Visit;
import uk.anteroom.invitation.Visits;
import uk.anteroom.photo.How;
import uk.anteroom.photo.Photo;
import uk.anteroom.photo.PhotoId;
import uk.anteroom.photo.Photos;
import uk.anteroom.photo.Unreadable;
import uk.anteroom.web.NotFound;

/** The photo that the patient is asked for. */
@Controller
@RequestMapping("/visit/photos")
class PhotoController {

    /** One byte more than may be kept, so that what is longer is seen to be. */
    private static final int READ_AT_MOST = 10 * 1024 * 1024 + 1;

    private final Visits visits;
    private final Photos photos;
    private final MessageSource messages;

    PhotoController(Visits visits, Photos photos, MessageSource messages) {
        this.visits = visits;
        this.photos = photos;
        this.messages = messages;
    }

    /** What is asked for now, in the patient's words; an empty object if nothing is. */
    @GetMapping
    @ResponseBody
    Map<String, Object> question(HttpServletRequest request, Locale locale) {
        return photos.question(visit(request))
                .map(photo -> Map.<String, Object>of(
                        "photo", photo.id().toString(),
                        "of", words(photo, locale),
                        "agreed", photo.agreedAt() != null))
                .orElseGet(Map::of);
    }

    @PostMapping("/{photo}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(HttpServletRequest request, @PathVariable UUID photo, @RequestParam boolean yes) {
        photos.answer(visit(request), new PhotoId(photo), yes);
    }

    /** The picture, as the body. 204 when it is kept, 409 if nobody asks for it any more, 422 if it cannot be read. */
    @PostMapping(path = "/{photo}/image", consumes = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<Void> take(HttpServletRequest request, @PathVariable UUID photo, @RequestParam How how)
            throws IOException {
        Consultation consultation = visit(request);
        byte[] sent = request.getInputStream().readNBytes(READ_AT_MOST);
        try {
            return photos.take(consultation, new PhotoId(photo), how, sent)
                    ? ResponseEntity.noContent().build()
                    : ResponseEntity.status(HttpStatus.CONFLICT).build();
        } catch (Unreadable e) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
    }

    private String words(Photo photo, Locale locale) {
        String side = photo.side() == null ? "" : "." + photo.side().name().toLowerCase(Locale.ROOT);
        return messages.getMessage("photo.your." + photo.site().name().toLowerCase(Locale.ROOT) + side, null, locale);
    }

    private Consultation visit(HttpServletRequest request) {
        return DeviceCookie.PATIENT
                .read(request)
                .flatMap(visits::of)
                .map(Visit::consultation)
                .orElseThrow(NotFound::new);
    }
}
