package uk.anteroom.attachment;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How large the packed streams of a PDF are once they are unpacked. Ten megabytes can become ten gigabytes, and a parser unpacks the lists of objects before
 * it knows. Counted without keeping anything.
 */
final class PdfStreams {

    /** The picture of a page of A4 at 600 dots an inch has 105 MB. */
    private static final long MOST_OF_ONE = 150L * 1024 * 1024;

    private static final long MOST_OF_ALL = 1536L * 1024 * 1024;

    private static final byte[] WORD = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfStreams() {}

    static void mustBeBearable(byte[] pdf) throws Refused {
        long all = 0;
        byte[] unpacked = new byte[64 * 1024];
        for (int at = 0; at + WORD.length < pdf.length; at++) {
            if (begins(pdf, at)) {
                all += size(pdf, data(pdf, at + WORD.length), unpacked);
                if (all > MOST_OF_ALL) {
                    throw new Refused(Refusal.UNREADABLE);
                }
            }
        }
    }

    private static boolean begins(byte[] pdf, int at) {
        for (int i = 0; i < WORD.length; i++) {
            if (pdf[at + i] != WORD[i]) {
                return false;
            }
        }
        byte next = pdf[at + WORD.length];
        // endstream ends one
        return (next == '\r' || next == '\n') && (at == 0 || pdf[at - 1] != 'd');
    }

    /** Behind the end of its line, however that is written. */
    private static int data(byte[] pdf, int at) {
        int data = at + 1;
        return pdf[at] == '\r' && data < pdf.length && pdf[data] == '\n' ? data + 1 : data;
    }

    /** As RFC 1950 begins: millions of words in a text must not cost as much as that many streams. */
    private static boolean isPacked(byte[] pdf, int at) {
        return at + 1 < pdf.length && (pdf[at] & 0x0F) == 8 && ((pdf[at] & 0xFF) << 8 | pdf[at + 1] & 0xFF) % 31 == 0;
    }

    private static long size(byte[] pdf, int at, byte[] unpacked) throws Refused {
        if (!isPacked(pdf, at)) {
            return 0;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, at, pdf.length - at);
            long size = 0;
            int more = inflater.inflate(unpacked);
            while (more > 0) {
                size += more;
                if (size > MOST_OF_ONE) {
                    throw new Refused(Refusal.TOO_MANY_PIXELS);
                }
                more = inflater.inflate(unpacked);
            }
            return size;
        } catch (DataFormatException e) {
            // broken, or packed in another way
            return 0;
        } finally {
            inflater.end();
        }
    }
}
