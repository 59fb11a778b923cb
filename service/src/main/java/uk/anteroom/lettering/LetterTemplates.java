package uk.anteroom.lettering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.Gsm7;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Reading;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The words of letters that a practice chose itself. A practice manager keeps them. */
@Service
public class LetterTemplates {

    private static final int LONGEST_SUBJECT = 120;

    private final LetterTemplateStore store;
    private final SmsFit fit;
    private final Practices practices;
    private final Audit audit;
    private final PracticeTransactions transactions;

    LetterTemplates(
            LetterTemplateStore store,
            SmsFit fit,
            Practices practices,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.fit = fit;
        this.practices = practices;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All of the practice. */
    public List<LetterTemplate> all(StaffMember by) {
        by.mustManage();
        return transactions.in(by.practice(), () -> store.all(by.practice()));
    }

    /** Those for one letter in one language; empty if the practice uses ours. */
    public Optional<LetterTemplate> find(StaffMember by, LetterTemplate.Key key) {
        by.mustManage();
        return transactions.in(by.practice(), () -> store.find(by.practice(), key));
    }

    /** What the longest letter of this practice would say: for the page where its words are chosen. */
    public LetterFacts example(StaffMember by, LetterKind kind) {
        by.mustManage();
        return fit.longest(practices.get(by.practice()), kind);
    }

    /**
     * Keeps words as they were typed, for every letter from now on.
     *
     * @param version the one that was on the page; 0 if there were none
     */
    public LetterSaving save(StaffMember by, LetterTemplate.Key key, int version, String subject, String words) {
        by.mustManage();
        Practice practice = practices.get(by.practice());
        boolean email = key.channel() == Channel.EMAIL;
        @Nullable Reading<LetterWords> readSubject = email ? LetterWords.readLine(key.kind(), subject, LONGEST_SUBJECT) : null;
        Reading<LetterWords> readWords = LetterWords.read(key.kind(), words);
        if (!email && readWords instanceof Reading.Right<LetterWords>(LetterWords text)) {
            readWords = fitting(practice, key.kind(), text);
        }
        if (!(readWords instanceof Reading.Right<LetterWords>(LetterWords text))
                || readSubject instanceof Reading.Wrong<LetterWords>) {
            return new LetterSaving.Wrong(wrong(readSubject), wrong(readWords));
        }
        LetterWords line = readSubject instanceof Reading.Right<LetterWords>(LetterWords value) ? value : null;
        return transactions.in(by.practice(), () -> {
            if (!store.save(by.practice(), new LetterTemplate(key, line, text, version), by.id())) {
                return changed(by, key);
            }
            audit.staff(by, "letter_template.saved", "practice", by.practice().value());
            return new LetterSaving.Done();
        });
    }

    /** From now on our words are used again. */
    public LetterSaving delete(StaffMember by, LetterTemplate.Key key, int version) {
        by.mustManage();
        return transactions.in(by.practice(), () -> {
            if (!store.delete(by.practice(), key, version)) {
                return changed(by, key);
            }
            audit.staff(by, "letter_template.deleted", "practice", by.practice().value());
            return new LetterSaving.Done();
        });
    }

    private LetterSaving changed(StaffMember by, LetterTemplate.Key key) {
        return new LetterSaving.Changed(
                store.find(by.practice(), key).map(LetterTemplate::version).orElse(0));
    }

    private Reading<LetterWords> fitting(Practice practice, LetterKind kind, LetterWords words) {
        List<String> foreign = SmsFit.foreign(words);
        if (!foreign.isEmpty()) {
            return Reading.wrong("letters.sms.foreign", String.join(" ", foreign));
        }
        int length = fit.length(practice, kind, words);
        return length > Gsm7.SEGMENT
                ? Reading.wrong("letters.sms.long", length, Gsm7.SEGMENT, length - Gsm7.SEGMENT)
                : Reading.right(words);
    }

    private static Reading.@Nullable Wrong<LetterWords> wrong(@Nullable Reading<LetterWords> reading) {
        return reading instanceof Reading.Wrong<LetterWords> wrong ? wrong : null;
    }
}
