package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.conversation.ConversationFiles;
import uk.anteroom.conversation.Message;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.Messages;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.LetterState;
import uk.anteroom.delivery.Letters;
import uk.anteroom.delivery.Problem;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.fileexchange.FileRows;
import uk.anteroom.kernel.Channel;
import uk.anteroom.messagetemplate.MessageTemplate;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.needs.Needs;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.ShownTimes;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/** Prepares the conversation with a patient, and the form that goes on with it. */
@Component
class ConversationCards {

    private final Messages conversation;
    private final ConversationFiles conversationFiles;
    private final Attachments attachments;
    private final FileRows fileRows;
    private final Letters letters;
    private final RecordEntries entries;
    private final EntryWords entryWords;
    private final MessageTemplates templates;
    private final NeedsCards needs;
    private final CarerNotes carers;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    ConversationCards(
            Messages conversation,
            ConversationFiles conversationFiles,
            Attachments attachments,
            FileRows fileRows,
            Letters letters,
            RecordEntries entries,
            EntryWords entryWords,
            MessageTemplates templates,
            NeedsCards needs,
            CarerNotes carers,
            Staff staff,
            MessageSource words,
            ShownTimes times) {
        this.conversation = conversation;
        this.conversationFiles = conversationFiles;
        this.attachments = attachments;
        this.fileRows = fileRows;
        this.letters = letters;
        this.entries = entries;
        this.entryWords = entryWords;
        this.templates = templates;
        this.needs = needs;
        this.carers = carers;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    /**
     * The form.
     *
     * @param request on whose page it stands; null on the Patient page
     */
    MessageCard form(
            StaffMember by,
            Patient patient,
            Needs needed,
            @Nullable RequestId request,
            MessageForm form,
            @Nullable Complaints complaints) {
        String first = patient.givenName();
        return new MessageCard(
                "/patients/" + patient.id() + "/messages",
                request == null ? null : request.toString(),
                first,
                patient.email() == null ? null : patient.email().shown(),
                needs.writing(needed, patient),
                templates(by, patient, form, complaints),
                new TextArea(
                        "messageText",
                        say("message.text"),
                        complaints == null
                                        && form.template() == null
                                        && !form.text().isEmpty()
                                ? say("message.draft")
                                : null,
                        at(complaints, "messageText"),
                        4,
                        form.text()),
                Arrays.stream(MessageKind.values())
                        .map(kind -> new MessageCard.Kind(kind.name(), say(kind), kind == form.kind()))
                        .toList(),
                at(complaints, "messageKind"),
                new Checkbox(
                        "messageSms",
                        say("message.sms"),
                        "true",
                        say(patient.email() == null ? "message.sms.only" : "message.sms.hint", first),
                        at(complaints, "messageSms"),
                        form.sms()),
                TextField.of("messageSmsTo", say("message.sms.to"), "tel")
                        .hint(say("message.sms.to.hint", first))
                        .error(at(complaints, "messageSmsTo"))
                        .value(form.smsTo())
                        .inputmode("tel")
                        .autocomplete("off"),
                optedOut(patient),
                new Checkbox(
                        "messageAgreed",
                        say("message.agreed", first),
                        "true",
                        null,
                        at(complaints, "messageAgreed"),
                        form.agreed()),
                patient.restricted(),
                attached(by, patient, form),
                at(complaints, "messageFiles"),
                form.formKey(),
                complaints == null ? List.of() : complaints.all());
    }

    private MessageCard.@Nullable Templates templates(
            StaffMember by, Patient patient, MessageForm form, @Nullable Complaints complaints) {
        List<MessageTemplate> all = templates.all(by);
        if (all.isEmpty()) {
            return null;
        }
        MessageTemplate used = form.template();
        Stream<SelectField.Option> choose =
                Stream.of(new SelectField.Option("", say("message.template.choose"), used == null));
        Stream<SelectField.Option> options = all.stream()
                .map(one -> new SelectField.Option(
                        one.id().toString(),
                        one.name().value(),
                        used != null && one.id().equals(used.id())));
        return new MessageCard.Templates(
                "/patients/" + patient.id() + "/messages/templates",
                new SelectField(
                        "messageTemplate",
                        say("message.template"),
                        null,
                        at(complaints, "messageTemplate"),
                        Stream.concat(choose, options).toList()),
                used == null ? null : say("message.template.used", used.name().value()));
    }

    private List<MessageCard.Attached> attached(StaffMember by, Patient patient, MessageForm form) {
        return form.files().stream()
                .flatMap(file -> attachments
                        .find(by.practice(), new AttachmentId(file), FileOwner.conversation(patient.id(), by.id()))
                        .filter(Attachment::kept)
                        .stream())
                .map(file -> new MessageCard.Attached(file.id().toString(), file.name()))
                .toList();
    }

    private @Nullable String optedOut(Patient patient) {
        if (!patient.optedOutOfEmail() && !patient.optedOutOfSms()) {
            return null;
        }
        String what = patient.optedOutOfEmail() ? (patient.optedOutOfSms() ? "both" : "email") : "sms";
        return say("message.opted-out." + what, patient.givenName());
    }

    private static @Nullable String at(@Nullable Complaints complaints, String field) {
        return complaints == null ? null : complaints.at(field);
    }

    /**
     * The conversation.
     *
     * @param request on whose page it stands; null on the Patient page
     */
    ConversationCard with(StaffMember by, Patient patient, @Nullable RequestId request) {
        List<Message> messages = conversation.with(by, patient.id());
        Map<UUID, List<Letter>> sent = letters.about(
                by.practice(),
                messages.stream().map(message -> message.id().value()).collect(Collectors.toSet()));
        Map<UUID, Entry> filed = entries.of(by.practice(), patient.id()).stream()
                .collect(Collectors.toMap(Entry::subject, Function.identity()));
        boolean moving =
                sent.values().stream().flatMap(List::stream).anyMatch(letter -> letter.state() == LetterState.QUEUED)
                        || filed.values().stream().anyMatch(entry -> entry.state() == Entry.State.PENDING);
        Map<UUID, List<Attachment>> files = conversationFiles.of(by.practice(), messages);
        FileReader reader = FileReader.staff(by, patient.id());
        Map<MessageId, Instant> refused = conversation.otherAccounts(by, patient.id());
        List<ConversationCard.Row> rows = messages.stream()
                .map(message -> message.fromPatient()
                        ? theirs(by, message, fileRows.of(message.id().value(), files, reader, Locale.UK), patient)
                        : ours(
                                by,
                                message,
                                fileRows.of(message.id().value(), files, reader, Locale.UK),
                                sent.getOrDefault(message.id().value(), List.of()),
                                refused.get(message.id()),
                                inRecord(message, files, filed)))
                .toList();
        String href = "/patients/" + patient.id() + "/messages";
        return request == null
                ? new ConversationCard(href, null, moving, rows)
                : new ConversationCard(href + "?request=" + request, request.toString(), moving, rows);
    }

    private ConversationCard.Row theirs(StaffMember by, Message message, List<FileRow> files, Patient patient) {
        boolean unread = message.readAt() == null;
        CarerNote carer = carers.of(by, patient, message.carer());
        return new ConversationCard.Row(
                "message-" + message.id(),
                false,
                carer == null ? patient.name() : carer.who(),
                carer == null ? null : carer.about(),
                times.dayAndTime(message.sentAt()),
                message.text().parts(),
                files,
                unread ? say("message.unread") : read(message),
                null,
                null,
                List.of(),
                unread ? "/patients/" + patient.id() + "/messages/" + message.id() + "/reading" : null);
    }

    private ConversationCard.Row ours(
            StaffMember by,
            Message message,
            List<FileRow> files,
            List<Letter> sent,
            @Nullable Instant refused,
            List<String> record) {
        @Nullable Letter letter = sent.isEmpty() ? null : sent.getLast();
        String kind = say(Objects.requireNonNull(message.kind(), "written by the practice"));
        return new ConversationCard.Row(
                "message-" + message.id(),
                true,
                staff.evenIfLeft(by.practice(), Objects.requireNonNull(message.author()))
                        .name(),
                null,
                times.dayAndTime(message.sentAt()),
                message.text().parts(),
                files,
                kind + " · " + (message.readAt() == null ? state(letter) : read(message)),
                message.readAt() == null && letter != null ? trouble(letter) : null,
                refused == null ? null : say("message.refused", times.dayAndTime(refused)),
                record,
                null);
    }

    private List<String> inRecord(Message message, Map<UUID, List<Attachment>> files, Map<UUID, Entry> filed) {
        UUID id = message.id().value();
        Stream<String> text = Stream.ofNullable(filed.get(id)).map(entryWords::of);
        Stream<String> documents = files.getOrDefault(id, List.of()).stream()
                .flatMap(file -> Stream.ofNullable(filed.get(file.id().value()))
                        .map(entry -> file.name() + ": " + entryWords.of(entry)));
        return Stream.concat(text, documents).toList();
    }

    private String read(Message message) {
        return say("message.read", times.dayAndTime(Objects.requireNonNull(message.readAt())));
    }

    /** How far its letter has come. */
    private String state(@Nullable Letter letter) {
        if (letter == null) {
            return say("message.state.QUEUED");
        }
        String by = letter.channel() == Channel.EMAIL ? ".email" : ".sms";
        return switch (letter.state()) {
            case QUEUED, DROPPED, FAILED -> say("message.state." + letter.state());
            case SENT ->
                say("message.state.SENT" + by, times.dayAndTime(Objects.requireNonNull(letter.sentAt())))
                        + (letter.maybeTwice() ? " " + say("message.state.twice") : "");
            case DELIVERED ->
                say("message.state.DELIVERED" + by, times.dayAndTime(Objects.requireNonNull(letter.deliveredAt())));
        };
    }

    private @Nullable String trouble(Letter letter) {
        String by = letter.channel() == Channel.EMAIL ? ".email" : ".sms";
        if (letter.state() == LetterState.FAILED) {
            Problem problem = letter.problem() == null ? Problem.REFUSED : letter.problem();
            return say("message.trouble." + problem + by);
        }
        return letter.state() == LetterState.QUEUED && letter.nextTryAt() != null
                ? say("message.trouble.later" + by)
                : null;
    }

    private String say(MessageKind kind) {
        return say("message.kind." + kind);
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
