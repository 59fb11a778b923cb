package uk.anteroom.attachment;

/** The scanner could not be asked, or did not answer that it looked into all of the file. */
final class ScannerAway extends Exception {

    private static final long serialVersionUID = 1L;

    ScannerAway(String message) {
        super(message);
    }

    ScannerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
