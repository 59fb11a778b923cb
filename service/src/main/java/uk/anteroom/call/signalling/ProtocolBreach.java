package uk.anteroom.call.signalling;

/** A message that breaks the protocol: the socket is closed with 4400. Says what, never what was said. */
class ProtocolBreach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProtocolBreach(String message) {
        super(message);
    }
}
