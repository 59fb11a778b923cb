package uk.anteroom.toolbar.signin;

import java.nio.file.Path;

/** The token's file is not its owner's alone. */
public class ReadableByOthers extends Exception {

    private static final long serialVersionUID = 1;

    public ReadableByOthers(Path file) {
        super(file.getFileName() + " can be read by others");
    }
}
