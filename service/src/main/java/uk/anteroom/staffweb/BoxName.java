package uk.anteroom.staffweb;

import java.util.UUID;
import uk.anteroom.request.Box;
import uk.anteroom.request.GroupId;

/** A list of requests as an address says it. What is none is the first one. */
final class BoxName {

    private BoxName() {}

    static String write(Box box) {
        return switch (box) {
            case Box.Unassigned unassigned -> "unassigned";
            case Box.Mine mine -> "mine";
            case Box.OfGroup(GroupId id) -> id.toString();
            case Box.AllOpen all -> "all";
            case Box.Closed closed -> "closed";
        };
    }

    static Box read(String written) {
        return switch (written) {
            case "mine" -> new Box.Mine();
            case "all" -> new Box.AllOpen();
            case "closed" -> new Box.Closed();
            case "", "unassigned" -> new Box.Unassigned();
            default -> group(written);
        };
    }

    private static Box group(String written) {
        try {
            return new Box.OfGroup(new GroupId(UUID.fromString(written)));
        } catch (IllegalArgumentException e) {
            return new Box.Unassigned();
        }
    }
}
