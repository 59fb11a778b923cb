package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Content;
import uk.anteroom.fileexchange.FileAddresses;
import uk.anteroom.fileexchange.FileAnswers;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileViews;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestReader;
import uk.anteroom.web.NotFound;

/** Gives out the files that came with a request, to the patient whose it is. */
@Controller
@RequestMapping("/account/requests/{id}/files/{file}")
class AccountRequestFilesController {

    private final FileAddresses addresses;
    private final FileViews views;
    private final RequestFiles files;

    AccountRequestFilesController(FileAddresses addresses, FileViews views, RequestFiles files) {
        this.addresses = addresses;
        this.views = views;
        this.files = files;
    }

    @GetMapping
    Object view(
            AccountVisit visit,
            @PathVariable UUID id,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestId of = new RequestId(id);
        AttachmentId one = new AttachmentId(file);
        return addresses.open(
                request,
                addressed(visit, id),
                file,
                FilePurpose.VIEW,
                () -> views.of(
                        files.find(reader(visit), of, one).orElseThrow(NotFound::new),
                        () -> files.open(reader(visit), of, one),
                        addressed(visit, id),
                        false,
                        "/account/requests/" + id,
                        response));
    }

    /** The picture on the page that shows it. */
    @GetMapping("/image")
    Object image(AccountVisit visit, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(visit, id, file, FilePurpose.IMAGE, request, FileAnswers::inline);
    }

    @GetMapping("/download")
    Object download(AccountVisit visit, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(visit, id, file, FilePurpose.DOWNLOAD, request, FileAnswers::download);
    }

    private Object open(
            AccountVisit visit,
            UUID id,
            UUID file,
            FilePurpose purpose,
            HttpServletRequest request,
            Function<Content, ResponseEntity<byte[]>> answer) {
        return addresses.open(
                request,
                addressed(visit, id),
                file,
                purpose,
                () -> answer.apply(files.open(reader(visit), new RequestId(id), new AttachmentId(file))
                        .orElseThrow(NotFound::new)));
    }

    @GetMapping("/picture")
    Object picture(AccountVisit visit, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return addresses.open(
                request,
                addressed(visit, id),
                file,
                FilePurpose.PICTURE,
                () -> FileAnswers.picture(files.picture(reader(visit), new RequestId(id), new AttachmentId(file))
                        .orElseThrow(NotFound::new)));
    }

    private static RequestReader reader(AccountVisit visit) {
        return new RequestReader(visit.practice(), visit.holder(), visit.patient());
    }

    private static FileReader addressed(AccountVisit visit, UUID request) {
        return FileReader.account(visit.practice(), visit.holder(), visit.patient(), request);
    }
}
