package uk.anteroom.toolbar.window;

import java.awt.Color;
import java.awt.SystemColor;

/**
 * The colours. The usual ones are those of the staff pages; where the computer forces contrast, its own are used, and everything has an edge.
 *
 * @param edged whether buttons, and what stands apart, are framed
 */
record Palette(
        Color card,
        Color ink,
        Color ink2,
        Color line,
        Color hover,
        Color off,
        Color offInk,
        Color pine,
        Color pineHover,
        Color pineInk,
        Color lamp,
        Color lampInk,
        Color focus,
        Color focusInk,
        Color brick,
        boolean edged) {

    static final Palette USUAL = new Palette(
            new Color(0xffffff),
            new Color(0x1f2a2e),
            new Color(0x3f4d52),
            new Color(0xb8b1a3),
            new Color(0xefeae0),
            new Color(0xefeae0),
            new Color(0x566266),
            new Color(0x0f4f4a),
            new Color(0x0a3936),
            new Color(0xffffff),
            new Color(0xf0b561),
            new Color(0x2b1b00),
            new Color(0xffeb3b),
            new Color(0x14191b),
            new Color(0x8a1a11),
            false);

    /** What the computer's own windows use; where it does not say, white on black. */
    static Palette forced(boolean askComputer) {
        Color ground = askComputer ? opaque(SystemColor.window) : Color.BLACK;
        Color ink = askComputer ? opaque(SystemColor.windowText) : Color.WHITE;
        Color chosen = askComputer ? opaque(SystemColor.textHighlight) : Color.YELLOW;
        Color chosenInk = askComputer ? opaque(SystemColor.textHighlightText) : Color.BLACK;
        return new Palette(
                ground, ink, ink, ink, ground, ground, ink, ground, ground, ink, ground, ink, chosen, chosenInk, ink,
                true);
    }

    private static Color opaque(Color system) {
        return new Color(system.getRGB());
    }
}
