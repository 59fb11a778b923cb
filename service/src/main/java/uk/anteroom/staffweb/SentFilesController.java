package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Content;
import uk.anteroom.fileexchange.FileAddresses;
import uk.anteroom.fileexchange.FileAnswers;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileViews;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.NotFound;

/** Gives out the files that came with a request. */
@Controller
@RequestMapping("/requests/{id}/files/{file}")
class SentFilesController {

    private final FileAddresses addresses;
    private final FileViews views;
    private final RequestFiles files;

    SentFilesController(FileAddresses addresses, FileViews views, RequestFiles files) {
        this.addresses = addresses;
        this.views = views;
        this.files = files;
    }

    @GetMapping
    Object view(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestId of = new RequestId(id);
        AttachmentId one = new AttachmentId(file);
        FileReader reader = FileReader.request(by, id);
        return addresses.open(
                request,
                reader,
                file,
                FilePurpose.VIEW,
                () -> views.of(
                        files.find(by, of, one).orElseThrow(NotFound::new),
                        () -> files.open(by, of, one),
                        reader,
                        true,
                        "/requests/" + id,
                        response));
    }

    /** The picture on the page that shows it. */
    @GetMapping("/image")
    Object image(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(by, id, file, FilePurpose.IMAGE, request, FileAnswers::inline);
    }

    @GetMapping("/download")
    Object download(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(by, id, file, FilePurpose.DOWNLOAD, request, FileAnswers::download);
    }

    private Object open(
            StaffMember by,
            UUID id,
            UUID file,
            FilePurpose purpose,
            HttpServletRequest request,
            Function<Content, ResponseEntity<byte[]>> answer) {
        return addresses.open(
                request,
                FileReader.request(by, id),
                file,
                purpose,
                () -> answer.apply(files.open(by, new RequestId(id), new AttachmentId(file))
                        .orElseThrow(NotFound::new)));
    }

    @GetMapping("/picture")
    Object picture(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return addresses.open(
                request,
                FileReader.request(by, id),
                file,
                FilePurpose.PICTURE,
                () -> FileAnswers.picture(files.picture(by, new RequestId(id), new AttachmentId(file))
                        .orElseThrow(NotFound::new)));
    }
}
