package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.anteroom.fileexchange.FileDesk;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.ReadableFiles;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;

/** Gives out the files that came with a request. */
@Controller
@RequestMapping("/requests/{id}/files/{file}")
class SentFilesController {

    private final FileDesk desk;
    private final RequestFiles files;

    SentFilesController(FileDesk desk, RequestFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping({"", FilePurpose.SEGMENT})
    Object give(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable(required = false) @Nullable String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestId of = new RequestId(id);
        ReadableFiles readable = new ReadableFiles(
                FileReader.request(by, id),
                one -> files.find(by, of, one),
                one -> files.open(by, of, one),
                one -> files.picture(by, of, one),
                true,
                "/requests/" + id);
        return desk.give(readable, file, FilePurpose.of(purpose), request, response);
    }
}
