package uk.anteroom.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URI;
import java.util.Map;

/** An address as a pattern that a telephone's camera reads. */
public final class QrCode {

    /** Four modules of light, by ISO/IEC 18004. */
    private static final int QUIET = 4;

    private final BitMatrix dark;

    private QrCode(BitMatrix dark) {
        this.dark = dark;
    }

    public static QrCode of(URI address) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(address.toString(), BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET)));
        } catch (com.google.zxing.WriterException e) {
            throw new IllegalArgumentException("Too long for a code", e);
        }
    }

    /** For a terminal: two rows of modules a line. Light is drawn, since most terminals are dark. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y += 2) {
            text.append("    ");
            for (int x = 0; x < dark.getWidth(); x++) {
                boolean upper = light(x, y);
                boolean lower = light(x, y + 1);
                text.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** How many modules it is wide and high, the light edge included. */
    public int width() {
        return dark.getWidth();
    }

    /** The dark modules as the data of one SVG path, in units of a module; a row's neighbours are one rectangle. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y++) {
            for (int x = 0; x < dark.getWidth(); x++) {
                if (dark.get(x, y)) {
                    int from = x;
                    while (x < dark.getWidth() && dark.get(x, y)) {
                        x++;
                    }
                    int run = x - from;
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                }
            }
        }
        return path.toString();
    }

    /** One path on a white ground. */
    public String svg() {
        int width = width();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + width
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + width + "v" + width
                + "H0z\"/><path d=\"" + path() + "\"/></svg>";
    }

    private boolean light(int x, int y) {
        return y < dark.getHeight() && !dark.get(x, y);
    }
}
