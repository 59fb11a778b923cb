package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.GroupId;
import uk.anteroom.request.InboxGroup;
import uk.anteroom.request.InboxGroups;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.TextField;

/** The groups of staff who share an inbox. Boxes of people who do not work there count for nothing. */
@Controller
@RequestMapping("/settings/groups")
class GroupsController {

    private static final String MEMBER = "member-";

    private final InboxGroups groups;
    private final Staff staff;
    private final MessageSource words;

    GroupsController(InboxGroups groups, Staff staff, MessageSource words) {
        this.groups = groups;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping
    ModelAndView all(StaffMember by, @RequestParam(required = false) @Nullable String saved) {
        by.mustManage();
        return page(by, saved != null, null);
    }

    @PostMapping("/{id}")
    ModelAndView save(StaffMember by, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        by.mustManage();
        GroupId group = new GroupId(id);
        String name = fields.getOrDefault("name-" + id, "").strip();
        Set<StaffId> members = staff.whoInvite(by.practice()).stream()
                .map(StaffMember::id)
                .filter(one -> fields.containsKey(MEMBER + id + one))
                .collect(Collectors.toUnmodifiableSet());
        String wrong = wrong(name);
        if (wrong == null) {
            wrong = switch (groups.save(by, group, name, members)) {
                case YES -> null;
                case NAME_TAKEN -> say("groups.taken");
                case TOO_MANY -> say("groups.many", InboxGroups.MOST);
            };
        }
        return wrong == null
                ? new ModelAndView("redirect:/settings/groups?saved")
                : page(by, false, new Typed(group, name, members, wrong));
    }

    @PostMapping("/{id}/delete")
    String delete(StaffMember by, @PathVariable UUID id) {
        groups.delete(by, new GroupId(id));
        return "redirect:/settings/groups?saved";
    }

    /** A form as it was sent, and what is wrong with it. */
    private record Typed(GroupId id, String name, Set<StaffId> members, String wrong) {}

    private @Nullable String wrong(String name) {
        if (name.isEmpty()) {
            return say("groups.name.empty");
        }
        boolean shown = name.codePoints().noneMatch(Character::isISOControl);
        return shown && name.codePointCount(0, name.length()) <= InboxGroups.LONGEST_NAME
                ? null
                : say("groups.name.long", InboxGroups.LONGEST_NAME);
    }

    private ModelAndView page(StaffMember by, boolean saved, @Nullable Typed typed) {
        List<StaffMember> people = staff.whoInvite(by.practice());
        List<InboxGroup> all = groups.all(by.practice());
        boolean known =
                typed != null && all.stream().anyMatch(group -> group.id().equals(typed.id()));
        GroupsPage page = new GroupsPage(
                saved,
                all.stream()
                        .map(group -> card(group, group.name(), people, typed))
                        .toList(),
                card(
                        new InboxGroup(
                                typed == null || known ? new GroupId(UUID.randomUUID()) : typed.id(), "", Set.of()),
                        say("groups.new"),
                        people,
                        typed));
        return new ModelAndView(
                "staff/groups", Map.of("page", page), typed == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private GroupsPage.Card card(InboxGroup group, String title, List<StaffMember> people, @Nullable Typed typed) {
        Typed sent = typed != null && typed.id().equals(group.id()) ? typed : null;
        Set<StaffId> members = sent == null ? group.members() : sent.members();
        return new GroupsPage.Card(
                group.id().toString(),
                title,
                TextField.of("name-" + group.id(), say("groups.name"), "text")
                        .autocomplete("off")
                        .value(sent == null ? group.name() : sent.name())
                        .error(sent == null ? null : sent.wrong()),
                people.stream()
                        .map(one -> new Checkbox(
                                MEMBER + group.id() + one.id(),
                                one.name(),
                                "true",
                                null,
                                null,
                                members.contains(one.id())))
                        .toList());
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
