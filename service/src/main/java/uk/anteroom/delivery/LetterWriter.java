package uk.anteroom.delivery;

import java.util.Optional;
import java.util.UUID;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.PracticeId;

/** Writes letters of one occasion. Implemented by the room whose occasion it is. */
public interface LetterWriter {

    /** The occasion it writes for, such as {@code invitation}. */
    String occasion();

    /**
     * The text of a letter about that subject, written at the moment it is sent and inside a transaction of its practice; empty if there is no longer a
     * reason to send it.
     */
    Optional<LetterText> write(PracticeId practice, UUID subject, Channel channel);
}
