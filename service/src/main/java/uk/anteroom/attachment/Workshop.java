package uk.anteroom.attachment;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes files anew, so that nothing that was hidden in one is copied. */
@Component
class Workshop {

    /** A picture of 40 megapixels takes a third of a gigabyte while it is turned; more at once would be no faster. */
    private static final int AT_ONCE = 2;

    /** A scanner looks into files up to 25 MB, and passes over larger ones as it is usually set. */
    private static final int MOST_KEPT = 20 * 1024 * 1024;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final HeicProgram heic;

    Workshop(HeicProgram heic) {
        this.heic = heic;
    }

    /**
     * Waits for its turn and fetches the file then, so that those who wait hold nothing.
     *
     * @param file answers what was sent
     */
    MadeAnew make(Supplier<byte[]> file) throws Refused {
        places.acquireUninterruptibly();
        try {
            MadeAnew made = make(file.get());
            if (made.bytes().length > MOST_KEPT) {
                throw new Refused(Refusal.TOO_LARGE);
            }
            return made;
        } finally {
            places.release();
        }
    }

    private MadeAnew make(byte[] sent) throws Refused {
        if (sent.length == 0) {
            throw new Refused(Refusal.EMPTY);
        }
        return switch (Format.of(sent).orElseThrow(() -> new Refused(Refusal.UNKNOWN_KIND))) {
            case PDF -> new MadeAnew(FileKind.PDF, PdfCopy.of(sent), null);
            case JPEG -> Picture.of(sent, Orientation.of(sent)).as(FileKind.JPEG);
            case PNG -> Picture.of(sent, Orientation.UPRIGHT).as(FileKind.PNG);
            // the program has turned it already, whatever is still written beside the picture
            case HEIC -> Picture.of(heic.jpeg(sent), Orientation.UPRIGHT).as(FileKind.JPEG);
        };
    }
}
