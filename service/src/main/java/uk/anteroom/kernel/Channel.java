package uk.anteroom.kernel;

/** How a letter travels. */
public enum Channel {
    EMAIL,
    SMS
}
