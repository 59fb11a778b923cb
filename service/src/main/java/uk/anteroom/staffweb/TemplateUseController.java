package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.conversation.Drafts;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.messagetemplate.MessageTemplate;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.TemplateId;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** Puts a template into the message that is being written to a patient. Nothing is sent by it. */
@Controller
@RequestMapping("/patients/{id}/messages/templates")
class TemplateUseController {

    private final Patients patients;
    private final MessageTemplates templates;
    private final Drafts drafts;
    private final MessagePlaces places;
    private final MessageSource words;

    TemplateUseController(
            Patients patients, MessageTemplates templates, Drafts drafts, MessagePlaces places, MessageSource words) {
        this.patients = patients;
        this.templates = templates;
        this.drafts = drafts;
        this.places = places;
        this.words = words;
    }

    /** What a template becomes for this patient, for a page that puts it into its form itself. */
    @GetMapping("/{template}")
    @ResponseBody
    Map<String, String> filled(StaffMember by, @PathVariable UUID id, @PathVariable UUID template) {
        by.mustInvite();
        Patient patient = patients.find(by.practice(), new PatientId(id)).orElseThrow(NotFound::new);
        MessageTemplate found = templates.find(by, new TemplateId(template)).orElseThrow(NotFound::new);
        return Map.of(
                "text",
                found.text().filled(templates.filling(by, patient.givenName())),
                "kind",
                found.kind().name());
    }

    /** The whole form with the template in it, and everything else as it was typed. */
    @PostMapping
    ModelAndView use(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID messageTemplate,
            @RequestParam(required = false) @Nullable MessageKind messageKind,
            @RequestParam(defaultValue = "") String messageText,
            @RequestParam(defaultValue = "false") boolean messageSms,
            @RequestParam(defaultValue = "") String messageSmsTo,
            @RequestParam(defaultValue = "false") boolean messageAgreed,
            @RequestParam(defaultValue = "") List<UUID> file,
            @RequestParam(required = false) @Nullable UUID request,
            @RequestParam UUID formKey) {
        by.mustInvite();
        Patient patient = patients.look(by, new PatientId(id)).orElseThrow(NotFound::new);
        MessageForm typed =
                new MessageForm(messageKind, messageText, messageSms, messageSmsTo, messageAgreed, file, null, formKey);
        if (messageTemplate == null) {
            return refused(by, patient, request, typed, "message.template.missing", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<MessageTemplate> template = templates.find(by, new TemplateId(messageTemplate));
        if (template.isEmpty()) {
            return refused(by, patient, request, typed, "message.template.gone", HttpStatus.NOT_FOUND);
        }
        MessageForm form = typed.with(template.get(), templates.filling(by, patient.givenName()));
        drafts.keep(by, patient.id(), form.text());
        return places.writing(by, patient, request, form, null);
    }

    private ModelAndView refused(
            StaffMember by, Patient patient, @Nullable UUID request, MessageForm typed, String why, HttpStatus status) {
        Complaints complaints = new Complaints(words, Locale.UK);
        complaints.about("messageTemplate", why);
        ModelAndView page = places.writing(by, patient, request, typed, complaints);
        page.setStatus(status);
        return page;
    }
}
