package uk.anteroom.accountweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.fileexchange.FileDesk;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.ReadableFiles;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestReader;

/** Gives out the files that came with a request, to the patient whose it is. */
@Controller
@RequestMapping("/account/requests/{id}/files/{file}")
class AccountRequestFilesController {

    private final FileDesk desk;
    private final RequestFiles files;

    AccountRequestFilesController(FileDesk desk, RequestFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping({"", FilePurpose.SEGMENT})
    Object give(
            AccountVisit visit,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable(required = false) @Nullable String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestId of = new RequestId(id);
        RequestReader reader = new RequestReader(visit.practice(), visit.holder(), visit.patient());
        ReadableFiles readable = new ReadableFiles(
                FileReader.account(visit.practice(), visit.holder(), visit.patient(), id),
                one -> files.find(reader, of, one),
                one -> files.open(reader, of, one),
                one -> files.picture(reader, of, one),
                false,
                "/account/requests/" + id);
        return desk.give(readable, file, FilePurpose.of(purpose), request, response);
    }
}
