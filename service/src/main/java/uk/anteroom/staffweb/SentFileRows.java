package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileRow;
import uk.anteroom.fileexchange.FileRows;
import uk.anteroom.intake.RequestFiles;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;

/** Prepares the files that came with a request. */
@Component
class SentFileRows {

    private final RequestFiles files;
    private final FileRows rows;

    SentFileRows(RequestFiles files, FileRows rows) {
        this.files = files;
        this.rows = rows;
    }

    List<FileRow> of(StaffMember by, RequestId request) {
        return rows.of(
                request.value(),
                Map.of(request.value(), files.of(by, request)),
                FileReader.request(by, request.value()),
                Locale.UK);
    }
}
