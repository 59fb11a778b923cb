package uk.anteroom.staffweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.ShownTimes;

/** Puts the page of a request together, on each of its tabs. */
@Component
class RequestPages {

    private final RequestCards cards;
    private final RequestTrails trails;
    private final SentFileRows files;
    private final InviteCards invites;
    private final ConversationCards conversations;
    private final NeedsCards needs;
    private final CarerNotes carers;
    private final Banners banners;
    private final MessageSource words;
    private final ShownTimes times;
    private final PracticeTransactions transactions;

    RequestPages(
            RequestCards cards,
            RequestTrails trails,
            SentFileRows files,
            InviteCards invites,
            ConversationCards conversations,
            NeedsCards needs,
            CarerNotes carers,
            Banners banners,
            MessageSource words,
            ShownTimes times,
            PracticeTransactions transactions) {
        this.cards = cards;
        this.trails = trails;
        this.files = files;
        this.invites = invites;
        this.conversations = conversations;
        this.needs = needs;
        this.carers = carers;
        this.banners = banners;
        this.words = words;
        this.times = times;
        this.transactions = transactions;
    }

    /** On a tab as it is when it is opened. */
    ModelAndView page(
            StaffMember by, PatientRequest request, Patient patient, RequestPage.Tab tab, @Nullable Told told) {
        return new Making(by, request, patient).told(told).page(tab);
    }

    /** On the tab {@code Video}, with the form open. */
    ModelAndView inviting(
            StaffMember by,
            PatientRequest request,
            Patient patient,
            InvitationForm form,
            @Nullable Complaints complaints) {
        Making making = new Making(by, request, patient);
        if (patient.notInvitable().isEmpty()) {
            making.invite = invites.card(
                    by, patient, needs.of(by, patient), request.id().toString(), form, complaints);
        }
        making.wrong = complaints != null;
        return making.page(RequestPage.Tab.VIDEO);
    }

    /** On the tab {@code Messages}, with what was typed and what is wrong about it. */
    ModelAndView writing(
            StaffMember by,
            PatientRequest request,
            Patient patient,
            MessageForm form,
            @Nullable Complaints complaints) {
        Making making = new Making(by, request, patient);
        if (patient.notInvitable().isEmpty()) {
            making.write = conversations.form(by, patient, needs.of(by, patient), request.id(), form, complaints);
        }
        making.wrong = complaints != null;
        return making.page(RequestPage.Tab.MESSAGES);
    }

    /** With a rejection that cannot be as it was typed. */
    ModelAndView rejecting(
            StaffMember by, PatientRequest request, Patient patient, RejectionForm form, Complaints complaints) {
        Making making = new Making(by, request, patient);
        making.acts = cards.acts(by, request, patient, form, complaints);
        making.wrong = true;
        return making.page(RequestPage.Tab.REQUEST);
    }

    /** With a note that cannot be as it was typed. */
    ModelAndView noting(StaffMember by, PatientRequest request, Patient patient, String typed, String error) {
        Making making = new Making(by, request, patient);
        making.trail = trails.of(by, request.id(), patient.id(), typed, error);
        making.wrong = true;
        return making.page(RequestPage.Tab.NOTES);
    }

    /** A page that is being put together. */
    private final class Making {

        private final StaffMember by;
        private final PatientRequest request;
        private final Patient patient;
        private @Nullable String told;
        private @Nullable InviteCard invite;
        private @Nullable MessageCard write;
        private @Nullable RequestActs acts;
        private @Nullable RequestTrail trail;
        private boolean wrong;

        Making(StaffMember by, PatientRequest request, Patient patient) {
            this.by = by;
            this.request = request;
            this.patient = patient;
        }

        Making told(@Nullable Told of) {
            told = of == null ? null : words.getMessage("request.told." + of, null, Locale.UK);
            return this;
        }

        ModelAndView page(RequestPage.Tab tab) {
            ModelAndView page = new ModelAndView("staff/request");
            page.addObject("page", transactions.in(by.practice(), () -> on(tab)));
            if (wrong) {
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return page;
        }

        private RequestPage on(RequestPage.Tab tab) {
            return RequestPage.of(
                    banners.of(by, patient),
                    request,
                    patient,
                    carers.of(by, patient, request.carer()),
                    tab,
                    files.of(by, request.id()),
                    cards.head(by, request.id(), request.assignee(), request.closing()),
                    acts == null ? cards.acts(by, request, patient, RejectionForm.FRESH, null) : acts,
                    trail == null ? trails.of(by, request.id(), patient.id(), "", null) : trail,
                    told,
                    needs.inviting(needs.of(by, patient), patient),
                    invite,
                    write,
                    conversations.with(by, patient, request.id()),
                    times);
        }
    }
}
