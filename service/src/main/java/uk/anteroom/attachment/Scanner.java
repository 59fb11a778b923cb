package uk.anteroom.attachment;

/** Looks into files for what harms whoever opens them. */
interface Scanner {

    /** What it found. */
    enum Verdict {
        CLEAN,
        INFECTED
    }

    /** Throws {@link ScannerAway} if there is no clear answer, whatever the reason: then nobody reads the file. */
    Verdict scan(byte[] file) throws ScannerAway;
}
