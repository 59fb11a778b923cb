package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patients;
import uk.anteroom.photo.BodySite;
import uk.anteroom.photo.PhotoId;
import uk.anteroom.photo.PhotoWords;
import uk.anteroom.photo.Photos;
import uk.anteroom.photo.Side;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** The photos of one consultation, for clinicians: the panel in the call, and the pictures themselves. */
@Controller
@RequestMapping("/consultations/{id}/photos")
class PhotosController {

    private final Consultations consultations;
    private final Photos photos;
    private final Patients patients;
    private final PhotoRows photoRows;
    private final PhotoWords words;

    PhotosController(
            Consultations consultations, Photos photos, Patients patients, PhotoRows photoRows, PhotoWords words) {
        this.consultations = consultations;
        this.photos = photos;
        this.patients = patients;
        this.photoRows = photoRows;
        this.words = words;
    }

    @GetMapping
    ModelAndView panel(StaffMember by, @PathVariable UUID id) {
        Consultation consultation = consultation(by, id);
        String href = "/consultations/" + consultation.id() + "/photos";
        String patient = patients.find(by.practice(), consultation.patient())
                .orElseThrow()
                .givenName();
        List<PhotosPage.Row> rows = photoRows.of(by, consultation, patient);
        boolean open = rows.stream().anyMatch(PhotosPage.Row::open);
        List<PhotosPage.Choice> sites = Arrays.stream(BodySite.values())
                .map(site -> new PhotosPage.Choice(site.name(), words.of(site), site.hasSides()))
                .toList();
        List<PhotosPage.Choice> sides = Arrays.stream(Side.values())
                .map(side -> new PhotosPage.Choice(side.name(), words.of(side), false))
                .toList();
        return new ModelAndView("staff/photos", "page", new PhotosPage(href, patient, rows, open, sites, sides));
    }

    /** 204 when the patient is asked, 409 when a question is open or nobody can be asked. */
    @PostMapping
    ResponseEntity<Void> ask(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam BodySite site,
            @RequestParam(defaultValue = "LEFT") Side side) {
        boolean asked = photos.ask(by, consultation(by, id).id(), site, side);
        return ResponseEntity.status(asked ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    /** The clinician puts it into the record. */
    @PostMapping("/{photo}/record")
    String save(StaffMember by, @PathVariable UUID id, @PathVariable UUID photo) {
        photos.save(by, consultation(by, id).id(), new PhotoId(photo));
        return "redirect:/consultations/" + id;
    }

    @PostMapping("/{photo}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(StaffMember by, @PathVariable UUID id, @PathVariable UUID photo) {
        photos.drop(by, consultation(by, id).id(), new PhotoId(photo));
    }

    /** The picture alone, under a policy that lets it do nothing. */
    @GetMapping("/{photo}/image")
    ResponseEntity<byte[]> image(StaffMember by, @PathVariable UUID id, @PathVariable UUID photo) {
        return photos.look(by, consultation(by, id).id(), new PhotoId(photo))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header("Content-Disposition", "inline; filename=\"photo.jpg\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(jpeg))
                .orElseThrow(NotFound::new);
    }

    private Consultation consultation(StaffMember by, UUID id) {
        by.mustHoldConsultations();
        return consultations.find(by.practice(), new ConsultationId(id)).orElseThrow(NotFound::new);
    }
}
