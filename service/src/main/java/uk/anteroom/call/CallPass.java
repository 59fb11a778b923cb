package uk.anteroom.call;

/** A secret that opens a socket for one seat, once, within 30 seconds. Begins with the practice's id. */
public record CallPass(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
