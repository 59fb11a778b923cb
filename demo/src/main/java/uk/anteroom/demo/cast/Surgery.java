package uk.anteroom.demo.cast;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import uk.anteroom.kernel.PracticeId;

/** The two practices of the demo. */
public enum Surgery {
    RIVERSIDE("a0000000-0000-4000-8000-000000000001", "Riverside Surgery", "A83008", "riv", "01632 960123"),
    HILLTOP("b0000000-0000-4000-8000-000000000001", "Hilltop Medical Centre", "A83009", "hil", "01632 960124");

    private final UUID uuid;
    private final String title;
    private final String odsCode;
    private final String code;
    private final String telephone;

    Surgery(String uuid, String title, String odsCode, String code, String telephone) {
        this.uuid = UUID.fromString(uuid);
        this.title = title;
        this.odsCode = odsCode;
        this.code = code;
        this.telephone = telephone;
    }

    public UUID uuid() {
        return uuid;
    }

    public PracticeId id() {
        return new PracticeId(uuid);
    }

    public String title() {
        return title;
    }

    public String odsCode() {
        return odsCode;
    }

    /** The letters its links begin with. */
    public String code() {
        return code;
    }

    public String telephone() {
        return telephone;
    }

    /** The one with that public code. */
    public static Optional<Surgery> withCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
