package uk.anteroom.lettering;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes a letter's print large: mail programs know no style sheets, so every size in it is its own. */
final class LargePrint {

    /** 18 px become 28 px, which is 21 pt; the RNIB calls 16 to 18 pt large print. */
    private static final double FACTOR = 1.55;

    private static final Pattern SIZE = Pattern.compile("(font-size|line-height):(\\d+)px");

    private LargePrint() {}

    static String of(String html) {
        return SIZE.matcher(html).replaceAll(LargePrint::larger);
    }

    private static String larger(MatchResult size) {
        return size.group(1) + ":" + Math.round(Integer.parseInt(size.group(2)) * FACTOR) + "px";
    }
}
