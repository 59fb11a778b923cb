package uk.anteroom.photo;

/** How a device took a photo, best first. */
public enum How {
    /** The camera's own still picture, with all its pixels. */
    TAKE_PHOTO,
    /** One frame of its film. */
    CANVAS,
    /** The device's own camera program. */
    FILE
}
