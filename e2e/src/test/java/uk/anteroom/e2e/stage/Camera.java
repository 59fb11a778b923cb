package uk.anteroom.e2e.stage;

/** What a fake camera can do. */
public record Camera(int width, int height, int framesASecond) {

    /** Little work for the two processors of a test machine, and wide enough for a counter that can be read. */
    public static final Camera SMALL = new Camera(320, 180, 15);

    /** As quick as a real one: the first picture must not wait for the camera. */
    public static final Camera QUICK = new Camera(640, 360, 24);

    /** For looking at. */
    public static final Camera SHARP = new Camera(1280, 720, 5);
}
