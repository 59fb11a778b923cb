package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.fileexchange.FileRows;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.request.Closing;
import uk.anteroom.request.PatientRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestReader;
import uk.anteroom.request.Requests;
import uk.anteroom.web.NotFound;
import uk.anteroom.web.ShownTimes;

/** One request, for the patient whose it is. Another patient's is the same page as one that never was. */
@Controller
class AccountRequestController {

    private static final char NO_BREAK = '\u00a0';

    private final AccountPlace place;
    private final AccountCalls calls;
    private final Patients patients;
    private final Requests requests;
    private final RequestFiles files;
    private final FileRows rows;
    private final ConversationVisits conversations;
    private final MessageSource messages;
    private final ShownTimes times;

    AccountRequestController(
            AccountPlace place,
            AccountCalls calls,
            Patients patients,
            Requests requests,
            RequestFiles files,
            FileRows rows,
            ConversationVisits conversations,
            MessageSource messages,
            ShownTimes times) {
        this.place = place;
        this.calls = calls;
        this.patients = patients;
        this.requests = requests;
        this.files = files;
        this.rows = rows;
        this.conversations = conversations;
        this.messages = messages;
        this.times = times;
    }

    @GetMapping("/account/requests/{id}")
    ModelAndView page(AccountVisit visit, @PathVariable UUID id, Locale locale) {
        RequestReader reader = new RequestReader(visit.practice(), visit.holder(), visit.patient());
        PatientRequest request = requests.look(reader, new RequestId(id)).orElseThrow(NotFound::new);
        Practice practice = place.practice(visit);
        Closing closing = request.closing();
        return new ModelAndView(
                "account/request",
                "page",
                new AccountRequestPage(
                        AccountShell.of(practice),
                        visit.actsForAnother() ? name(visit, visit.patient()) : null,
                        by(visit, request, locale),
                        AccountRequestState.title(request, messages, locale),
                        request.id().reference().replace(' ', NO_BREAK),
                        times.dayAndTime(request.receivedAt()),
                        AccountRequestState.of(request),
                        times.dayAndTime(closing == null ? request.receivedAt() : closing.at()),
                        why(closing, locale),
                        request.fromStranger() ? null : request.body(),
                        files(visit, reader, request.id(), locale),
                        conversations.countUnread(new ConversationVisit(practice, visit.patient())),
                        calls.of(visit, request.id(), locale)));
    }

    private String name(AccountVisit visit, PatientId patient) {
        return patients.find(visit.practice(), patient).map(Patient::name).orElse("");
    }

    private @Nullable String by(AccountVisit visit, PatientRequest request, Locale locale) {
        Carer carer = request.carer();
        if (carer == null) {
            return null;
        }
        String key = carer.id().equals(visit.holder()) ? "you" : visit.actsForAnother() ? "other" : "carer";
        return messages.getMessage("account.request.by." + key, new Object[] {name(visit, carer.id())}, locale);
    }

    /** As the message said that told of it. */
    private List<String> why(@Nullable Closing closing, Locale locale) {
        if (closing == null || closing.reason() == null) {
            return List.of();
        }
        String reason = messages.getMessage("rejected.message." + closing.reason(), null, locale);
        return Stream.concat(Stream.of(reason), Stream.ofNullable(closing.words()))
                .toList();
    }

    private List<FileRow> files(AccountVisit visit, RequestReader reader, RequestId request, Locale locale) {
        return rows.of(
                request.value(),
                Map.of(request.value(), files.of(reader, request)),
                FileReader.account(visit.practice(), visit.holder(), visit.patient(), request.value()),
                locale);
    }
}
