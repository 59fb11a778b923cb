package uk.anteroom.kernel;

import java.text.Normalizer;
import java.util.Map;

/** The alphabet of a text message (3GPP TS 23.038, 7-bit default alphabet). Outside it a segment shrinks from 160 characters to 70. */
public final class Gsm7 {

    /** Characters in one segment. */
    public static final int SEGMENT = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Sent as two characters each. */
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Map<Integer, String> PLAIN = Map.of(
            0x2018, "'", 0x2019, "'", 0x201C, "\"", 0x201D, "\"", 0x2013, "-", 0x2014, "-", 0x2026, "...", 0x00A0, " ");

    private Gsm7() {}

    /** The text with every letter outside the alphabet replaced by its plain form: ŵ by w, curly quotes by straight ones. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (isBasic(letter) || EXTENDED.indexOf(letter) >= 0) {
                plain.appendCodePoint(letter);
            } else if (PLAIN.containsKey(letter)) {
                plain.append(PLAIN.get(letter));
            } else {
                Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                        .codePoints()
                        .filter(Gsm7::isBasic)
                        .forEach(plain::appendCodePoint);
            }
        });
        return plain.toString();
    }

    /** How many of a segment's characters a text takes. */
    public static int length(String text) {
        return text.codePoints()
                .map(letter -> EXTENDED.indexOf(letter) >= 0 ? 2 : 1)
                .sum();
    }

    private static boolean isBasic(int letter) {
        return BASIC.indexOf(letter) >= 0;
    }
}
