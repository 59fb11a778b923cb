package uk.anteroom.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.practice.SettingChanged;

/** Writes down who changed which setting of a practice. The practice itself cannot: it is what audit leans on. */
@Component
class SettingsAudit {

    private final Audit audit;

    SettingsAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(SettingChanged changed) {
        audit.staff(
                changed.by(), changed.act(), "practice", changed.by().practice().value());
    }
}
