package uk.anteroom.desktop;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Connects programs without a password: the program shows a code, and somebody who is signed in answers for it (RFC 8628). */
@Service
public class DesktopCodes {

    /** Long enough to sign in first; too short for a code that somebody was sent by email to be of much use. */
    static final Duration LASTS = Duration.ofMinutes(10);
    /** A person who pressed Connect looks at the toolbar next. */
    static final Duration INTERVAL = Duration.ofSeconds(2);

    private final DesktopCodeStore store;
    private final Programs programs;
    private final Staff staff;
    private final Audit audit;
    private final Secrets secrets;
    private final FieldCipher cipher;
    private final Limits limits;
    private final PracticeTransactions transactions;

    DesktopCodes(
            DesktopCodeStore store,
            Programs programs,
            Staff staff,
            Audit audit,
            Secrets secrets,
            FieldCipher cipher,
            Limits limits,
            PracticeTransactions transactions) {
        this.store = store;
        this.programs = programs;
        this.staff = staff;
        this.audit = audit;
        this.secrets = secrets;
        this.cipher = cipher;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** Gives a program a code; nothing if too many were asked for from that network of late. */
    public Optional<AskedCode> ask(ProgramKind kind, String network) {
        if (!limits.take(Limit.DESKTOP_CODES_BY_ADDRESS, network)) {
            return Optional.empty();
        }
        String deviceCode = secrets.base64(32);
        UserCode userCode = UserCode.draw(secrets);
        store.forgetDead();
        store.add(Secrets.digest(deviceCode), userCode.digest(), kind, near(network), LASTS, INTERVAL);
        return Optional.of(new AskedCode(deviceCode, userCode.shown(), LASTS, INTERVAL));
    }

    /** The program that shows this code. Nothing for a code that is not waiting, and for whoever has guessed too often. */
    public Optional<AskingProgram> look(StaffMember by, String typed, String network) {
        by.mustInvite();
        if (!limits.hasLeft(Limit.DESKTOP_GUESSES, by.id())) {
            return Optional.empty();
        }
        Optional<UserCode> code = UserCode.read(typed);
        Optional<AskingProgram> found = code.flatMap(given -> store.asking(given.digest())
                .map(row -> new AskingProgram(
                        given.shown(), row.kind(), row.askedAt(), Arrays.equals(row.askedFrom(), near(network)))));
        if (found.isEmpty()) {
            limits.take(Limit.DESKTOP_GUESSES, by.id());
        }
        return found;
    }

    /** Lets the program that shows this code act for whoever answers. False if it does not wait any more. */
    public boolean connect(StaffMember by, String code, String network) {
        return answer(by, code, network, true);
    }

    /** Sends the program that shows this code away. False if it does not wait any more. */
    public boolean refuse(StaffMember by, String code, String network) {
        return answer(by, code, network, false);
    }

    private boolean answer(StaffMember by, String code, String network, boolean yes) {
        return transactions.in(by.practice(), () -> {
            if (look(by, code, network).isEmpty()) {
                return false;
            }
            boolean first = store.answer(UserCode.read(code).orElseThrow().digest(), by.practice(), by.id(), yes);
            if (first) {
                audit.staff(
                        by,
                        yes ? "desktop_program.allowed" : "desktop_program.refused",
                        "staff_member",
                        by.id().value());
            }
            return first;
        });
    }

    /** Whether the program with that device code is connected. The answer that it is is given once. */
    public Polled poll(String deviceCode, ProgramKind kind) {
        byte[] device = Secrets.digest(deviceCode);
        DesktopCodeStore.Waiting code = store.poll(device, kind).orElse(null);
        if (code == null) {
            return new Polled.Gone();
        }
        if (code.tooSoon()) {
            return new Polled.TooSoon();
        }
        return switch (code.answer()) {
            case NONE -> new Polled.Pending();
            case REFUSED -> store.spend(device).isPresent() ? new Polled.Refused() : new Polled.Gone();
            case CONNECTED -> spend(device, kind);
        };
    }

    private Polled spend(byte[] device, ProgramKind kind) {
        // whoever asks twice at once gets one token
        return store.spend(device)
                .flatMap(who -> staff.find(who.practice(), who.staff()))
                .filter(StaffMember::mayInvite)
                .<Polled>map(by -> new Polled.Connected(programs.connect(by, kind)))
                .orElseGet(Polled.Gone::new);
    }

    private byte[] near(String network) {
        return cipher.fingerprint("network", network);
    }
}
