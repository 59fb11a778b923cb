package uk.anteroom.attachment;

/** A file that was scanned, to be given to a reader. Hides itself when printed. */
public record Content(FileKind kind, String name, byte[] bytes) {

    @Override
    public String toString() {
        return "Content(hidden)";
    }
}
