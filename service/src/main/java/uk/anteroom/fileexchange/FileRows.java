package uk.anteroom.fileexchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentState;

/** Says of files what stands below a message. */
@Component
public class FileRows {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final MessageSource messages;

    FileRows(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Those of one message.
     *
     * @param files of each message, by its id
     * @param address below which they are fetched
     */
    public List<FileRow> of(UUID message, Map<UUID, List<Attachment>> files, String address, Locale locale) {
        return files.getOrDefault(message, List.of()).stream()
                .map(file -> row(file, address, locale))
                .toList();
    }

    private FileRow row(Attachment file, String address, Locale locale) {
        if (file.state() != AttachmentState.CLEAN) {
            String why = file.state() == AttachmentState.INFECTED ? "attachment.infected" : "attachment.waiting";
            return new FileRow(
                    "attachment-" + file.id(), file.name(), messages.getMessage(why, null, locale), null, null);
        }
        String href = address + "/" + file.id();
        return new FileRow(
                "attachment-" + file.id(),
                file.name(),
                about(file),
                href,
                file.hasThumbnail() ? href + "/picture" : null);
    }

    private static String about(Attachment file) {
        String size = file.size() >= MEGABYTE
                ? "%.1f MB".formatted(file.size() / (double) MEGABYTE)
                : Math.max(1, file.size() / KILOBYTE) + " KB";
        return (file.kind() == null ? "" : file.kind().name() + ", ") + size;
    }
}
