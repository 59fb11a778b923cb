package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.Notice;
import uk.anteroom.practice.Notices;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.Complaints;

/** Receives what the practice says on its public page. */
@Controller
class NoticeController {

    private final Notices notices;
    private final SettingsPages pages;
    private final MessageSource words;

    NoticeController(Notices notices, SettingsPages pages, MessageSource words) {
        this.notices = notices;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/settings/notice")
    ModelAndView save(
            StaffMember by,
            @RequestParam(defaultValue = "") String noticeWords,
            @RequestParam(defaultValue = "") String noticeClosed) {
        by.mustManage();
        Complaints complaints = new Complaints(words, Locale.UK);
        String said = complaints.valueOf("noticeWords", Notice.read(noticeWords));
        String whenClosed = complaints.valueOf("noticeClosed", Notice.read(noticeClosed));
        if (said == null || whenClosed == null) {
            return SettingsPages.refused(
                    pages.page(by).with(NoticeCard.of(new Notice(noticeWords, noticeClosed), complaints, words)));
        }
        notices.set(by, new Notice(said, whenClosed));
        return new ModelAndView(SettingsPages.SAVED);
    }
}
