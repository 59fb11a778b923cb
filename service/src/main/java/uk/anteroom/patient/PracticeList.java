package uk.anteroom.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.ListedPatient.Told;

/**
 * Takes the practice list in, as the practice's own systems tell it. A patient is known by the record's id once that is known, else by the NHS number;
 * two people are never made one, and nobody is deleted.
 */
@Service
public class PracticeList {

    private final PatientStore store;
    private final ListStore lists;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    PracticeList(
            PatientStore store,
            ListStore lists,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.lists = lists;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Adds patients, or brings them up to date; all of them or none. */
    public void take(PracticeId practice, List<Patient> patients) {
        transactions.in(practice, () -> patients.forEach(store::put));
    }

    /** How many are on the list. */
    public int count(PracticeId practice) {
        return transactions.in(practice, () -> lists.count(practice));
    }

    /** What each line means for those we have, in the same order. Changes nothing. */
    public List<Comparison> compare(PracticeId practice, List<ListedPatient> lines) {
        return transactions.in(
                practice, () -> Known.of(practice, lines, lists, false).compare(lines));
    }

    /** Takes lines in and answers as {@link #compare}; all of them or none. */
    public List<Comparison> bring(PracticeId practice, List<ListedPatient> lines) {
        return transactions.in(practice, () -> {
            Known known = Known.of(practice, lines, lists, true);
            List<Comparison> compared = new ArrayList<>(known.compare(lines));
            List<ListStore.Written> added = new ArrayList<>();
            List<ListStore.Written> changed = new ArrayList<>();
            List<PatientId> died = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                ListedPatient said = lines.get(i);
                switch (compared.get(i)) {
                    case Comparison.Added nobody -> {
                        PatientId id = new PatientId(UUID.randomUUID());
                        added.add(new ListStore.Written(id, said, said.restricted()));
                        compared.set(i, new Comparison.Added(id));
                    }
                    case Comparison.Changed(PatientId id) -> {
                        ListStore.Row row = known.row(id);
                        boolean restricted = said.tells(Told.RESTRICTED) ? said.restricted() : row.restricted();
                        changed.add(new ListStore.Written(id, said, restricted));
                        if (!row.nhsNumber().equals(said.nhsNumber().value())) {
                            lists.numberReplaced(practice, id, row.nhsNumber());
                            audit.system(practice, "patient.nhs_number_replaced", "patient", id.value());
                        }
                        if (said.tells(Told.DECEASED) && said.deceased() && !row.deceased()) {
                            died.add(id);
                        }
                    }
                    case Comparison.Unchanged unchanged -> {}
                    case Comparison.Refused refused -> {}
                }
            }
            lists.add(practice, added);
            lists.change(practice, changed);
            audit.system(practice, "patient.listed", "patient", uuids(added));
            audit.system(practice, "patient.changed_by_list", "patient", uuids(changed));
            died.forEach(id -> {
                audit.system(practice, "patient.deceased", "patient", id.value());
                events.publishEvent(new PatientDeceased(practice, id));
            });
            return compared;
        });
    }

    /** Whom these record ids and NHS numbers belong to, whatever else is known of them. */
    public Set<PatientId> known(PracticeId practice, Collection<String> recordIds, Collection<String> numbers) {
        return transactions.in(
                practice,
                () -> lists.rows(practice, recordIds, numbers, false).stream()
                        .map(ListStore.Row::id)
                        .collect(Collectors.toSet()));
    }

    /** Whose record was merged into another one, and whether they go by that now: not if another patient of ours has it already, which only people can put right. */
    public record Merging(PatientId patient, boolean goesOn) {}

    /**
     * A record was merged into another one. Whoever goes by it goes by the other from now on, with everything that is known of them.
     *
     * @param number its NHS number, for those whose record is not known yet
     */
    public Optional<Merging> merge(PracticeId practice, String record, @Nullable String number, String into) {
        return transactions.in(practice, () -> {
            List<ListStore.Row> rows =
                    lists.rows(practice, List.of(record, into), number == null ? List.of() : List.of(number), true);
            Optional<ListStore.Row> whose = rows.stream()
                    .filter(row -> record.equals(row.recordId()))
                    .findFirst()
                    .or(() -> rows.stream()
                            .filter(row ->
                                    row.recordId() == null && row.nhsNumber().equals(number))
                            .findFirst());
            boolean taken = rows.stream().anyMatch(row -> into.equals(row.recordId()));
            return whose.map(row -> {
                if (!taken) {
                    lists.goesBy(practice, row.id(), into);
                }
                return new Merging(row.id(), !taken);
            });
        });
    }

    /** Another clinical system names its records anew: everybody is found by NHS number once more. */
    public void forgetRecords(PracticeId practice) {
        transactions.in(practice, () -> lists.forgetRecords(practice));
    }

    /** Those on the list but these. */
    public List<PatientId> allBut(PracticeId practice, Collection<PatientId> these) {
        return transactions.in(practice, () -> lists.allBut(practice, these));
    }

    /** They are no longer on the list: not found, not invited, not deleted. Answers how many this took off. */
    public int leave(PracticeId practice, Collection<PatientId> these) {
        return transactions.in(practice, () -> {
            List<PatientId> left = lists.leave(practice, these);
            audit.system(
                    practice,
                    "patient.left_list",
                    "patient",
                    left.stream().map(PatientId::value).toList());
            return left.size();
        });
    }

    private static List<UUID> uuids(List<ListStore.Written> written) {
        return written.stream().map(one -> one.id().value()).toList();
    }

    /** The patients whom some lines may mean. */
    private record Known(
            Map<String, ListStore.Row> byRecord,
            Map<String, ListStore.Row> byNumber,
            Set<String> former,
            ListStore lists) {

        static Known of(PracticeId practice, List<ListedPatient> lines, ListStore lists, boolean held) {
            Set<String> records = lines.stream()
                    .flatMap(line -> Stream.concat(Stream.ofNullable(line.recordId()), line.replaces().stream()))
                    .collect(Collectors.toSet());
            Set<String> numbers =
                    lines.stream().map(line -> line.nhsNumber().value()).collect(Collectors.toSet());
            List<ListStore.Row> rows = lists.rows(practice, records, numbers, held);
            return new Known(
                    rows.stream()
                            .filter(row -> row.recordId() != null)
                            .collect(Collectors.toMap(
                                    row -> Objects.requireNonNull(row.recordId()), Function.identity())),
                    rows.stream().collect(Collectors.toMap(ListStore.Row::nhsNumber, Function.identity())),
                    new HashSet<>(lists.former(practice, numbers)),
                    lists);
        }

        ListStore.Row row(PatientId id) {
            return Stream.concat(byRecord.values().stream(), byNumber.values().stream())
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        List<Comparison> compare(List<ListedPatient> lines) {
            Map<String, Integer> times = new HashMap<>();
            lines.forEach(line -> times.merge(line.nhsNumber().value(), 1, Integer::sum));
            return lines.stream()
                    .map(line -> times.getOrDefault(line.nhsNumber().value(), 0) > 1
                            ? refused(
                                    Comparison.Reason.DUPLICATE,
                                    byNumber.get(line.nhsNumber().value()))
                            : compare(line))
                    .toList();
        }

        private Comparison compare(ListedPatient line) {
            String number = line.nhsNumber().value();
            ListStore.@Nullable Row ofNumber = byNumber.get(number);
            ListStore.@Nullable Row ofRecord = ofRecord(line);
            if (ofRecord != null) {
                return ofNumber != null && ofNumber != ofRecord
                        ? refused(Comparison.Reason.NUMBER_TAKEN, ofRecord)
                        : against(line, ofRecord);
            }
            if (ofNumber == null) {
                return former.contains(number)
                        ? refused(Comparison.Reason.SUPERSEDED, null)
                        : new Comparison.Added(null);
            }
            if (line.recordId() != null && ofNumber.recordId() != null) {
                return refused(Comparison.Reason.NUMBER_TAKEN, ofNumber);
            }
            return isSomebodyElse(line, ofNumber)
                    ? refused(Comparison.Reason.OTHER_PERSON, ofNumber)
                    : against(line, ofNumber);
        }

        private ListStore.@Nullable Row ofRecord(ListedPatient line) {
            ListStore.@Nullable Row own = line.recordId() == null ? null : byRecord.get(line.recordId());
            return own != null
                    ? own
                    : line.replaces().stream()
                            .map(byRecord::get)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }

        private Comparison against(ListedPatient line, ListStore.Row row) {
            boolean same = Arrays.equals(row.listHash(), lists.hash(line))
                    && !row.left()
                    && (line.recordId() == null || line.recordId().equals(row.recordId()));
            return same ? new Comparison.Unchanged(row.id()) : new Comparison.Changed(row.id());
        }

        /** A number alone is not enough: name and date of birth do not both change at once. */
        private boolean isSomebodyElse(ListedPatient line, ListStore.Row row) {
            byte[] born = lists.bornHash(line);
            return born != null
                    && row.bornHash() != null
                    && !Arrays.equals(born, row.bornHash())
                    && !PatientSearch.fold(line.familyName()).equals(row.familyFolded());
        }

        private static Comparison refused(Comparison.Reason reason, ListStore.@Nullable Row about) {
            return new Comparison.Refused(reason, about == null ? null : about.id());
        }
    }
}
