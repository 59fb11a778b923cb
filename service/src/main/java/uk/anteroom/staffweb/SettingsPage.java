package uk.anteroom.staffweb;

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
                codesTelephone);
    }

    SettingsPage withAlwaysRelay(Checkbox other) {
        return new SettingsPage(
                saved, relay, publicPage, other, telephone, hours, notice, publicCode, linkHours, duty, codesTelephone);
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
                codesTelephone);
    }
}
