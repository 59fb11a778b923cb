package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Box;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.Inbox;
import uk.anteroom.request.InboxGroup;

/** The lists beside the inbox: nobody's, one's own, those of one's groups, then the other groups', all and what is done. */
@Component
class InboxBoxes {

    private final Inbox inbox;
    private final MessageSource words;

    InboxBoxes(Inbox inbox, MessageSource words) {
        this.inbox = inbox;
        this.words = words;
    }

    List<RequestsPage.BoxLink> links(StaffMember by, Box open, List<InboxGroup> groups) {
        List<InboxGroup> ownFirst = Stream.concat(
                        groups.stream().filter(group -> group.members().contains(by.id())),
                        groups.stream().filter(group -> !group.members().contains(by.id())))
                .toList();
        SequencedMap<Box, Integer> counts = inbox.counts(by, ownFirst);
        return Stream.concat(
                        counts.entrySet().stream().map(count -> link(count.getKey(), open, groups, shown(count))),
                        Stream.of(link(new Box.Closed(), open, groups, null)))
                .toList();
    }

    /** What a list is called. One of a group that is no more has lost its name. */
    String name(Box box, List<InboxGroup> groups) {
        return switch (box) {
            case Box.Unassigned unassigned -> say("inbox.unassigned");
            case Box.Mine mine -> say("inbox.mine");
            case Box.OfGroup(GroupId id) ->
                groups.stream()
                        .filter(group -> group.id().equals(id))
                        .map(InboxGroup::name)
                        .findFirst()
                        .orElseGet(() -> say("inbox.group.gone"));
            case Box.AllOpen all -> say("inbox.all");
            case Box.Closed closed -> say("inbox.closed");
        };
    }

    private RequestsPage.BoxLink link(Box box, Box open, List<InboxGroup> groups, @Nullable String count) {
        String href = box instanceof Box.Unassigned ? "/requests" : "/requests?box=" + BoxName.write(box);
        return new RequestsPage.BoxLink(href, name(box, groups), count, box.equals(open));
    }

    private static String shown(Map.Entry<Box, Integer> count) {
        int many = count.getValue();
        return many < Inbox.MOST_COUNTED ? String.valueOf(many) : Inbox.MOST_COUNTED - 1 + "+";
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
