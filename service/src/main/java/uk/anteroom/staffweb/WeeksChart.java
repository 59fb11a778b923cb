package uk.anteroom.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.anteroom.report.Report;

/**
 * Two bars a week, met at the left and not met at the right, each with its number above. All lengths are pixels, and the picture is shown
 * at that size: letters must not shrink with it.
 *
 * @param wide whether it needs the whole width of a page
 * @param base where the bars stand
 */
record WeeksChart(boolean wide, int width, int height, int base, List<Bar> bars, List<Label> labels) {

    /** {@code middle} and {@code number} are where the number stands. */
    record Bar(boolean met, int x, int y, int width, int height, int middle, int numberAt, int number) {}

    /** The first day of a week, in two lines. */
    record Label(int middle, String day, String month) {}

    private static final int TALLEST = 150;
    private static final int ABOVE = 26;
    private static final int BELOW = 48;
    private static final int GAP = 4;

    /** Four weeks fit a telephone, twelve a column of a computer's page, half a year the whole of it. */
    private static final int FEW = 4;

    private static final int MANY = 12;

    static WeeksChart of(List<Report.Week> weeks) {
        boolean wide = weeks.size() > MANY;
        int slot = wide ? 46 : weeks.size() > FEW ? 58 : 72;
        int bar = wide ? 16 : weeks.size() > FEW ? 20 : 26;
        int most = weeks.stream()
                .flatMap(week -> Stream.of(week.met(), week.notMet()))
                .reduce(1, Math::max);
        int base = ABOVE + TALLEST;
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            Report.Week week = weeks.get(i);
            int middle = i * slot + slot / 2;
            labels.add(new Label(
                    middle, String.valueOf(week.monday().getDayOfMonth()), ReportsPages.shortMonth(week.monday())));
            if (week.met() + week.notMet() > 0) {
                bars.add(bar(true, week.met(), most, base, middle - GAP / 2 - bar, bar));
                bars.add(bar(false, week.notMet(), most, base, middle + GAP / 2, bar));
            }
        }
        return new WeeksChart(wide, weeks.size() * slot, base + BELOW, base, bars, labels);
    }

    private static Bar bar(boolean met, int number, int most, int base, int x, int width) {
        int height = Math.ceilDiv(number * TALLEST, most);
        return new Bar(met, x, base - height, width, height, x + width / 2, base - height - 6, number);
    }
}
