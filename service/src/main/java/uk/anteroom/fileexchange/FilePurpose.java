package uk.anteroom.fileexchange;

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

    private final String ending;

    FilePurpose(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }
}
