package uk.anteroom.toolbar.window;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.SwingConstants;

/** Says who waits, with an underlined word that says what a press does. */
final class NewsButton extends PressButton {

    private static final long serialVersionUID = 1;

    private static final String DOES = "Open";

    private boolean narrow;

    NewsButton() {
        super(Kind.LAMP);
        setIcon(Look.icon("bell", 22, this::inkNow));
        setIconTextGap(Look.px(10));
        setHorizontalAlignment(SwingConstants.LEADING);
    }

    /** Says that; without the word where there is no room for it. */
    void say(String words, boolean briefly) {
        narrow = briefly;
        setFont(Look.font(narrow ? 13 : 15, true));
        int side = Look.px(narrow ? 8 : 14);
        setBorder(BorderFactory.createEmptyBorder(Look.px(6), side, Look.px(6), side));
        setText(words);
    }

    private int gap() {
        return Look.px(10);
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return narrow
                ? size
                : new Dimension(
                        size.width + gap() + getFontMetrics(getFont()).stringWidth(DOES),
                        Math.max(size.height, Look.px(40)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (narrow) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        Object hints = getToolkit().getDesktopProperty("awt.font.desktophints");
        if (hints instanceof Map<?, ?> known) {
            g.addRenderingHints(known);
        } else {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }
        g.setFont(getFont());
        g.setColor(inkNow());
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.stringWidth(DOES);
        int x = getWidth() - getInsets().right - width;
        int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        g.drawString(DOES, x, y);
        g.fillRect(x, y + Look.px(3), width, Math.max(1, Look.px(1)));
        g.dispose();
    }
}
