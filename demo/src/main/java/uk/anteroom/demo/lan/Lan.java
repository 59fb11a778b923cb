package uk.anteroom.demo.lan;

import java.net.URI;

/**
 * Where the demo listens for telephones on the same network, with TLS: browsers give a camera to nobody else.
 *
 * @param address of this machine, in a private network
 */
public record Lan(String address, int port) {

    /** What a person has to do on the telephone, once. */
    public static final String ACCEPT =
            "The phone warns about the certificate, because this demo made it itself: choose Advanced"
                    + " (on an iPhone Show Details), then go on to the website.";

    /** What the demo's links begin with. */
    public URI url() {
        return URI.create("https://" + address + ":" + port);
    }

    /** Where a telephone begins: with the messages that the patient was sent. */
    public URI entrance() {
        return url().resolve("/demo/phone");
    }
}
