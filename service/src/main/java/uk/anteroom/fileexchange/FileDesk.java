package uk.anteroom.fileexchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Content;
import uk.anteroom.attachment.FileKind;
import uk.anteroom.web.NotFound;

/** Gives files to readers who came by a file's address. */
@Component
public class FileDesk {

    private final FileAddresses addresses;

    FileDesk(FileAddresses addresses) {
        this.addresses = addresses;
    }

    /** What the address is for: the file, a small picture of it, or a page around it. */
    public Object give(
            ReadableFiles files,
            UUID file,
            FilePurpose purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        AttachmentId id = new AttachmentId(file);
        return addresses.open(request, files.reader(), file, purpose, () -> switch (purpose) {
            case VIEW -> view(files, id, response);
            case IMAGE -> FileAnswers.inline(content(files, id));
            case DOWNLOAD -> FileAnswers.download(content(files, id));
            case PICTURE -> FileAnswers.picture(files.picture().apply(id).orElseThrow(NotFound::new));
        });
    }

    /** A picture on a page; a PDF by itself, since the browser has a viewer for it. */
    private Object view(ReadableFiles files, AttachmentId id, HttpServletResponse response) {
        Attachment file = files.find().apply(id).orElseThrow(NotFound::new);
        if (file.kind() == FileKind.PDF) {
            return FileAnswers.inline(content(files, id));
        }
        FileAnswers.guardPage(response);
        return new ModelAndView(
                FilePage.VIEW,
                "page",
                new FilePage(
                        file.name(),
                        addresses.of(files.reader(), file.id(), FilePurpose.IMAGE),
                        addresses.of(files.reader(), file.id(), FilePurpose.DOWNLOAD),
                        files.staff(),
                        files.back()));
    }

    private static Content content(ReadableFiles files, AttachmentId id) {
        return files.open().apply(id).orElseThrow(NotFound::new);
    }
}
