package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import uk.anteroom.practice.Notice;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.TextArea;

/** What the practice says on its public page. */
record NoticeCard(TextArea words, TextArea whenClosed) {

    private static final int ROWS = 4;

    static NoticeCard of(Notice typed, Complaints complaints, MessageSource messages) {
        return new NoticeCard(
                area("noticeWords", "settings.notice.words", typed.words(), complaints, messages),
                area("noticeClosed", "settings.notice.closed", typed.whenClosed(), complaints, messages));
    }

    private static TextArea area(String id, String label, String typed, Complaints complaints, MessageSource messages) {
        return new TextArea(
                id,
                messages.getMessage(label, null, Locale.UK),
                messages.getMessage(label + ".hint", null, Locale.UK),
                complaints.at(id),
                ROWS,
                typed);
    }
}
