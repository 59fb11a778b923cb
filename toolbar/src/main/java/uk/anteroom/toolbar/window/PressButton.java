package uk.anteroom.toolbar.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JToolTip;
import javax.swing.SwingConstants;

/** A button of the toolbar: icon above word, its grounds by state, a count at its corner. */
class PressButton extends JButton {

    private static final long serialVersionUID = 1;

    /** What a button is for, which is what colours it. */
    enum Kind {
        /** The main act. */
        FIRST,
        USUAL,
        /** Somebody waits. */
        LAMP
    }

    private final Kind kind;
    private int count;

    PressButton(Kind kind) {
        this.kind = kind;
        Look.plain(this);
        putClientProperty(
                "FlatLaf.style", "disabledText: " + Look.hex(Look.palette().offInk()));
        setContentAreaFilled(false);
        setFocusPainted(false);
        setOpaque(false);
        setRolloverEnabled(true);
        // a click leaves the keyboard where it was
        setRequestFocusEnabled(false);
        setBorder(BorderFactory.createEmptyBorder(Look.px(3), Look.px(8), Look.px(3), Look.px(8)));
    }

    /** Icon above word. */
    static PressButton tall(Kind kind, String icon, String word) {
        PressButton button = new PressButton(kind);
        button.setText(word);
        button.setFont(Look.font(13, false));
        button.setIcon(Look.icon(icon, 24, button::inkNow));
        button.setDisabledIcon(Look.icon(icon, 24, button::inkNow));
        button.setVerticalTextPosition(SwingConstants.BOTTOM);
        button.setHorizontalTextPosition(SwingConstants.CENTER);
        button.setIconTextGap(Look.px(1));
        return button;
    }

    /** A word in a box, or an icon before a line. */
    static PressButton flat(Kind kind, String word) {
        PressButton button = new PressButton(kind);
        button.setText(word);
        button.setFont(Look.font(15, true));
        button.setIconTextGap(Look.px(10));
        button.setBorder(BorderFactory.createEmptyBorder(Look.px(6), Look.px(14), Look.px(6), Look.px(14)));
        return button;
    }

    /** Shown at the corner from one on. */
    void count(int number) {
        count = number;
        repaint();
    }

    Color inkNow() {
        Palette palette = Look.palette();
        if (!isEnabled()) {
            return palette.offInk();
        }
        if (isFocusOwner()) {
            return palette.focusInk();
        }
        return switch (kind) {
            case FIRST -> palette.pineInk();
            case LAMP -> palette.lampInk();
            case USUAL -> palette.ink();
        };
    }

    private Color groundNow() {
        Palette palette = Look.palette();
        if (!isEnabled()) {
            return palette.off();
        }
        if (isFocusOwner()) {
            return palette.focus();
        }
        boolean under = getModel().isRollover() || getModel().isArmed();
        return switch (kind) {
            case FIRST -> under ? palette.pineHover() : palette.pine();
            case LAMP -> palette.lamp();
            case USUAL -> under ? palette.hover() : palette.card();
        };
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        boolean tall = getVerticalTextPosition() == SwingConstants.BOTTOM;
        int least = tall ? Look.px(kind == Kind.FIRST ? 78 : 66) : 0;
        return new Dimension(Math.max(size.width, least), Math.max(size.height, Look.px(tall ? 50 : 40)));
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Palette palette = Look.palette();
        int round = Look.px(16);
        g.setColor(groundNow());
        g.fillRoundRect(0, 0, getWidth(), getHeight(), round, round);
        if (palette.edged()) {
            g.setColor(inkNow());
            // what is off is framed too, but not as if it could be pressed
            g.setStroke(
                    isEnabled()
                            ? new BasicStroke(Look.px(2))
                            : new BasicStroke(
                                    Look.px(1),
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_MITER,
                                    10,
                                    new float[] {4, 4},
                                    0));
            g.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, round, round);
        }
        if (isFocusOwner() && isEnabled()) {
            g.setColor(palette.focusInk());
            g.fillRect(Look.px(4), getHeight() - Look.px(4), getWidth() - Look.px(8), Look.px(4));
        }
        setForeground(inkNow());
        super.paintComponent(g);
        if (count > 0) {
            badge(g);
        }
        g.dispose();
    }

    private void badge(Graphics2D g) {
        Palette palette = Look.palette();
        String text = count > 99 ? "99+" : Integer.toString(count);
        g.setFont(Look.font(12, true));
        FontMetrics metrics = g.getFontMetrics();
        int height = Look.px(18);
        int width = Math.max(height, metrics.stringWidth(text) + Look.px(8));
        int x = Math.min(getWidth() / 2 + Look.px(8), getWidth() - width - Look.px(1));
        int y = Look.px(1);
        g.setColor(palette.edged() ? palette.ink() : palette.lamp());
        g.fillRoundRect(x, y, width, height, height, height);
        g.setColor(palette.edged() ? palette.card() : palette.lampInk());
        g.drawString(
                text,
                x + (width - metrics.stringWidth(text)) / 2,
                y + (height - metrics.getHeight()) / 2 + metrics.getAscent());
    }

    @Override
    public JToolTip createToolTip() {
        return Look.plainTip(this);
    }
}
