package uk.anteroom.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class GroupStore {

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, nobody else changes the groups of this practice. */
    void hold(PracticeId practice) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "inbox_group/" + practice)
                .query((row, n) -> true)
                .single();
    }

    List<InboxGroup> all(PracticeId practice) {
        return jdbc.sql("""
                select g.group_id, g.name, array(
                    select m.staff_id from inbox_group_member m
                    where m.practice_id = g.practice_id and m.group_id = g.group_id) as members
                from inbox_group g
                where g.practice_id = :practice
                order by lower(g.name)
                """)
                .param("practice", practice.value())
                .query((row, n) -> new InboxGroup(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        Arrays.stream((UUID[]) row.getArray("members").getArray())
                                .map(StaffId::new)
                                .collect(Collectors.toUnmodifiableSet())))
                .list();
    }

    /** Its name, and it stays until the transaction ends. */
    Optional<String> holdName(PracticeId practice, GroupId group) {
        return jdbc.sql("select name from inbox_group where practice_id = :practice and group_id = :group for share")
                .param("practice", practice.value())
                .param("group", group.value())
                .query(String.class)
                .optional();
    }

    void put(PracticeId practice, GroupId group, String name, Set<StaffId> members) {
        jdbc.sql("""
                insert into inbox_group (practice_id, group_id, name) values (:practice, :group, :name)
                on conflict (practice_id, group_id) do update set name = excluded.name
                """)
                .param("practice", practice.value())
                .param("group", group.value())
                .param("name", name)
                .update();
        jdbc.sql("delete from inbox_group_member where practice_id = :practice and group_id = :group")
                .param("practice", practice.value())
                .param("group", group.value())
                .update();
        jdbc.sql("""
                insert into inbox_group_member (practice_id, group_id, staff_id)
                select :practice, :group, m.staff_id from unnest(:members::uuid[]) m (staff_id)
                """)
                .param("practice", practice.value())
                .param("group", group.value())
                .param("members", members.stream().map(StaffId::value).toArray(UUID[]::new))
                .update();
    }

    /** False if there is none. */
    boolean delete(PracticeId practice, GroupId group) {
        return jdbc.sql("delete from inbox_group where practice_id = :practice and group_id = :group")
                        .param("practice", practice.value())
                        .param("group", group.value())
                        .update()
                == 1;
    }
}
