package uk.anteroom.toolbar;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the toolbar is started with.
 *
 * @param contrast whether contrast is forced whatever the computer says
 */
record Options(Optional<URI> address, boolean contrast) {

    /** Where the demo is. */
    static final String DEMO = "http://localhost:8080";

    /** Reads the command line. Throws {@link IllegalArgumentException} with a sentence for people. */
    static Options read(List<String> arguments) {
        Optional<URI> address = Optional.empty();
        boolean contrast = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--contrast")) {
                contrast = true;
            } else if (argument.equals("--address") && rest.hasNext()) {
                address = Optional.of(uri(rest.next()));
            } else if (argument.startsWith("--address=")) {
                address = Optional.of(uri(argument.substring("--address=".length())));
            } else {
                throw new IllegalArgumentException(
                        "The toolbar knows --address ADDRESS and --contrast, not " + argument + ".");
            }
        }
        return new Options(address, contrast);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The address must be one such as https://video.example", e);
        }
    }
}
