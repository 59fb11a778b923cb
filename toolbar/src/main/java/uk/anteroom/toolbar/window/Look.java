package uk.anteroom.toolbar.window;

import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Toolkit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;

/** Colours, letters and icons of the whole window, for this computer. */
public final class Look {

    private static Palette palette = Palette.USUAL;

    private Look() {}

    /** To be called once, before there is a window. */
    public static void apply(boolean contrast) {
        boolean asked = computerForcesContrast();
        palette = contrast || asked ? Palette.forced(asked && !contrast) : Palette.USUAL;
        FlatLightLaf.setGlobalExtraDefaults(Map.of(
                "@accentColor", hex(palette.pine()),
                "@foreground", hex(palette.ink()),
                "@background", hex(palette.card())));
        FlatLightLaf.setup();
        UIManager.put("ToolTip.background", palette.ink());
        UIManager.put("ToolTip.foreground", palette.card());
        UIManager.put("PopupMenu.background", palette.card());
        UIManager.put("MenuItem.selectionBackground", palette.edged() ? palette.focus() : palette.hover());
        UIManager.put("MenuItem.selectionForeground", palette.edged() ? palette.focusInk() : palette.ink());
        ToolTipManager.sharedInstance().setInitialDelay(400);
    }

    private static boolean computerForcesContrast() {
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        Object theme = toolkit.getDesktopProperty("gnome.Net/ThemeName");
        return Boolean.TRUE.equals(toolkit.getDesktopProperty("win.highContrast.on"))
                || (theme instanceof String name
                        && name.toLowerCase(Locale.ROOT).contains("highcontrast"));
    }

    static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    static Palette palette() {
        return palette;
    }

    /** That many pixels, more where letters are larger than usual. */
    static int px(int pixels) {
        return UIScale.scale(pixels);
    }

    /** The computer's own letters, so large (13 is what a label of a button has) and so bold. */
    static Font font(int size, boolean bold) {
        Font usual = UIManager.getFont("defaultFont");
        // 13 is what FlatLaf calls usual; whoever has chosen larger letters gets them here too
        float scaled = usual.getSize2D() * size / 13f;
        return usual.deriveFont(bold ? Font.BOLD : Font.PLAIN, scaled);
    }

    /** An icon of the pages, in the colour its component asks for at the moment it is drawn. */
    static FlatSVGIcon icon(String name, int size, Supplier<Color> colour) {
        FlatSVGIcon icon = new FlatSVGIcon("uk/anteroom/toolbar/icons/" + name + ".svg", size, size);
        icon.setColorFilter(new FlatSVGIcon.ColorFilter((Component component, Color drawn) -> colour.get()));
        return icon;
    }

    /** An icon in its own colours. */
    static FlatSVGIcon picture(String name, int size) {
        return new FlatSVGIcon("uk/anteroom/toolbar/icons/" + name + ".svg", size, size);
    }

    /** Names come from elsewhere: Swing would read one that begins with a tag as a page, and fetch what it asks for. */
    static <C extends JComponent> C plain(C component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    static JToolTip plainTip(JComponent of) {
        JToolTip tip = plain(new JToolTip());
        tip.setComponent(of);
        return tip;
    }
}
