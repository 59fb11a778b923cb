package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.web.ShownTimes;

/**
 * The programs that act for somebody.
 *
 * @param note a key of messages.properties for what was done just now
 * @param late whether an answer came when nobody waited for it any more
 */
record ProgramsPage(List<One> programs, @Nullable String note, boolean late) {

    /**
     * A connected program.
     *
     * @param name a key of messages.properties
     */
    record One(String name, String connected, String used, String endHref) {}

    static ProgramsPage of(List<ConnectedProgram> programs, @Nullable String note, boolean late, ShownTimes times) {
        return new ProgramsPage(
                programs.stream()
                        .map(program -> new One(
                                name(program.kind()),
                                times.dayAndTime(program.connectedAt()),
                                times.dayAndTime(program.usedAt()),
                                "/settings/programs/" + program.id() + "/end"))
                        .toList(),
                note,
                late);
    }

    static String name(ProgramKind kind) {
        return switch (kind) {
            case TOOLBAR -> "programs.toolbar";
            case CLINICAL_SYSTEM -> "programs.clinicalSystem";
        };
    }
}
