package uk.anteroom.fileexchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.NotFound;

/** What an address of a file is for, and how it ends. */
public enum FilePurpose {
    /** To look at: a page around a picture, or a PDF in the browser's own viewer. */
    VIEW(""),
    /** The picture itself, on that page. */
    IMAGE("/image"),
    /** To be kept on the reader's device. */
    DOWNLOAD("/download"),
    /** A small picture of it. */
    PICTURE("/picture");

    /** What a door maps behind a file: a last segment that {@link #of} reads. */
    public static final String SEGMENT = "/{purpose:image|download|picture}";

    private final String ending;

    FilePurpose(String ending) {
        this.ending = ending;
    }

    /** By the last segment of an address; without one, to look at. */
    public static FilePurpose of(@Nullable String segment) {
        String ending = segment == null ? "" : "/" + segment;
        return Arrays.stream(values())
                .filter(purpose -> purpose.ending.equals(ending))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    String ending() {
        return ending;
    }
}
