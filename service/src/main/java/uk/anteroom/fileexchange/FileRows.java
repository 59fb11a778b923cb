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

    private final FileAddresses addresses;
    private final MessageSource messages;

    FileRows(FileAddresses addresses, MessageSource messages) {
        this.addresses = addresses;
        this.messages = messages;
    }

    /**
     * Those of one message.
     *
     * @param files of each message, by its id
     * @param reader whom they are shown to
     */
    public List<FileRow> of(UUID message, Map<UUID, List<Attachment>> files, FileReader reader, Locale locale) {
        return files.getOrDefault(message, List.of()).stream()
                .map(file -> row(file, reader, locale))
                .toList();
    }

    private FileRow row(Attachment file, FileReader reader, Locale locale) {
        if (file.state() != AttachmentState.CLEAN) {
            String why = file.state() == AttachmentState.INFECTED ? "attachment.infected" : "attachment.waiting";
            return new FileRow(
                    "attachment-" + file.id(),
                    file.name(),
                    messages.getMessage(why, null, locale),
                    null,
                    null,
                    null,
                    false);
        }
        return new FileRow(
                "attachment-" + file.id(),
                file.name(),
                about(file),
                addresses.of(reader, file.id(), FilePurpose.VIEW),
                addresses.of(reader, file.id(), FilePurpose.DOWNLOAD),
                file.hasThumbnail() ? addresses.of(reader, file.id(), FilePurpose.PICTURE) : null,
                reader.newTab());
    }

    private static String about(Attachment file) {
        String size = file.size() >= MEGABYTE
                ? "%.1f MB".formatted(file.size() / (double) MEGABYTE)
                : Math.max(1, file.size() / KILOBYTE) + " KB";
        return (file.kind() == null ? "" : file.kind().name() + ", ") + size;
    }
}
