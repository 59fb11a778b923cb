package uk.anteroom.fileexchange;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.Content;
import uk.anteroom.attachment.FileKind;
import uk.anteroom.web.NotFound;

/** Shows files to readers: a picture on a page, a PDF by itself. */
@Component
public class FileViews {

    private final FileAddresses addresses;

    FileViews(FileAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * A page, or the file itself where the browser has a viewer for it.
     *
     * @param content fetched for what is shown by itself
     * @param back where the conversation is; null if beside a call in another tab
     */
    public Object of(
            Attachment file,
            Supplier<Optional<Content>> content,
            FileReader reader,
            boolean staff,
            @Nullable String back,
            HttpServletResponse response) {
        if (file.kind() == FileKind.PDF) {
            return FileAnswers.inline(content.get().orElseThrow(NotFound::new));
        }
        FileAnswers.guardPage(response);
        return new ModelAndView(
                FilePage.VIEW,
                "page",
                new FilePage(
                        file.name(),
                        addresses.of(reader, file.id(), FilePurpose.IMAGE),
                        addresses.of(reader, file.id(), FilePurpose.DOWNLOAD),
                        staff,
                        back));
    }
}
