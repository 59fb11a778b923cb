package uk.anteroom.staffweb;

import java.util.List;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.TextField;

/**
 * What a practice manager can set: one card for each form.
 *
 * @param saved whether something was saved just now
 * @param relay whether there is one at all
 * @param publicPage the address of the practice's public page
 */
record SettingsPage(
        boolean saved,
        boolean relay,
        String publicPage,
        Checkbox alwaysRelay,
        TextField telephone,
        OpeningHoursCard hours,
        NoticeCard notice,
        TextField publicCode,
        TextField linkHours,
        DutyCard duty,
        List<AlertCard> alerts,
        Checkbox codesTelephone) {

    SettingsPage savedNow(boolean now) {
        return new SettingsPage(
                now,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                notice,
                publicCode,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage with(DutyCard other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                notice,
                publicCode,
                linkHours,
                other,
                alerts,
                codesTelephone);
    }

    /** Puts it in the place of the one of its kind. */
    SettingsPage with(AlertCard other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                notice,
                publicCode,
                linkHours,
                duty,
                alerts.stream()
                        .map(card -> card.kind() == other.kind() ? other : card)
                        .toList(),
                codesTelephone);
    }

    SettingsPage with(OpeningHoursCard other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                other,
                notice,
                publicCode,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage with(NoticeCard other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                other,
                publicCode,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage withAlwaysRelay(Checkbox other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                other,
                telephone,
                hours,
                notice,
                publicCode,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage withTelephone(TextField other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                other,
                hours,
                notice,
                publicCode,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage withPublicCode(TextField other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                notice,
                other,
                linkHours,
                duty,
                alerts,
                codesTelephone);
    }

    SettingsPage withLinkHours(TextField other) {
        return new SettingsPage(
                saved,
                relay,
                publicPage,
                alwaysRelay,
                telephone,
                hours,
                notice,
                publicCode,
                other,
                duty,
                alerts,
                codesTelephone);
    }
}
