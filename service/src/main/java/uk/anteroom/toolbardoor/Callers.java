package uk.anteroom.toolbardoor;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.desktop.ConnectedProgram;
import uk.anteroom.desktop.ProgramId;
import uk.anteroom.desktop.ProgramKind;
import uk.anteroom.desktop.Programs;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.loadedpatient.Caller;
import uk.anteroom.loadedpatient.CallerCheck;
import uk.anteroom.loadedpatient.EventName;

/** Connected programs as the hub sees them. Everybody reads everything and may say that it cannot follow; only a clinical system tells who is open. */
@Component
class Callers implements CallerCheck {

    private static final Set<EventName> ALL = EnumSet.allOf(EventName.class);

    private final Programs programs;

    Callers(Programs programs) {
        this.programs = programs;
    }

    static Caller of(ConnectedProgram program) {
        return new Caller(
                program.by(),
                program.id().value(),
                ALL,
                program.kind() == ProgramKind.CLINICAL_SYSTEM ? ALL : Set.of(EventName.SYNC_ERROR),
                program.lasts());
    }

    @Override
    public boolean stillConnected(PracticeId practice, UUID program) {
        return programs.find(practice, new ProgramId(program)).isPresent();
    }
}
