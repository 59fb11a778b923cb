package uk.anteroom.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some requests in their order.
 *
 * @param next where the list goes on; null at its end
 */
public record InboxPage(List<InboxLine> lines, @Nullable InboxPlace next) {

    /** As many as anybody reads before they filter. */
    public static final int SIZE = 50;
}
