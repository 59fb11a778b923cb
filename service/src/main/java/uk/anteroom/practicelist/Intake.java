package uk.anteroom.practicelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.needs.ToldNeeds;
import uk.anteroom.patient.Comparison;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.PracticeList;

/** Brings lines to the list, whatever they were read from. */
@Component
class Intake {

    private final PracticeList list;
    private final PatientNeeds needs;

    Intake(PracticeList list, PatientNeeds needs) {
        this.list = list;
        this.needs = needs;
    }

    /**
     * What became of some lines, or would.
     *
     * @param met everybody whom a line may mean, also a refused one
     * @param meaning of each line that is on the list, by its place
     */
    record Outcome(
            ListReading.Counts counts, List<Refusal> refusals, Set<PatientId> met, Map<String, Comparison> meaning) {}

    /** Takes them in, within the caller's transaction. */
    Outcome take(PracticeId practice, List<Line> lines) {
        return each(practice, lines, true);
    }

    /** What {@link #take} would do. Changes nothing. */
    Outcome compare(PracticeId practice, List<Line> lines) {
        return each(practice, lines, false);
    }

    private Outcome each(PracticeId practice, List<Line> lines, boolean taken) {
        List<Refusal> refusals = new ArrayList<>();
        Set<PatientId> met = new HashSet<>();
        // a merged record goes first: whoever it was is then known by the other one
        int gone = merged(practice, lines, taken, refusals, met);
        gone += elsewhere(practice, lines, taken);
        Map<String, Comparison> meaning = onList(practice, lines, taken, refusals, met);
        wrong(practice, lines, refusals, met);
        int added = count(meaning, Comparison.Added.class);
        int changed = count(meaning, Comparison.Changed.class);
        int unchanged = count(meaning, Comparison.Unchanged.class);
        int refused = (int)
                refusals.stream().filter(refusal -> !refusal.reason().taken()).count();
        // of those who belong elsewhere, only whoever left was any business of ours
        int seen = (int) lines.stream()
                .filter(line -> line.what() instanceof Line.What.OnList || line.what() instanceof Line.What.Wrong)
                .count();
        return new Outcome(
                new ListReading.Counts(seen, added, changed, unchanged, gone, refused), refusals, met, meaning);
    }

    private int merged(
            PracticeId practice, List<Line> lines, boolean taken, List<Refusal> refusals, Set<PatientId> met) {
        int gone = 0;
        for (Line line : lines) {
            if (!(line.what() instanceof Line.What.Merged(String recordId, String number, String into))) {
                continue;
            }
            if (!taken) {
                continue;
            }
            Optional<PracticeList.Merging> merging = list.merge(practice, recordId, number, into);
            if (merging.isPresent() && merging.get().goesOn()) {
                met.add(merging.get().patient());
            } else if (merging.isPresent()) {
                refusals.add(line.refused(Refusal.Reason.MERGED_TWICE));
                gone += list.leave(practice, List.of(merging.get().patient()));
            }
        }
        return gone;
    }

    private int elsewhere(PracticeId practice, List<Line> lines, boolean taken) {
        List<String> records = lines.stream()
                .map(Line::what)
                .flatMap(what -> what instanceof Line.What.Elsewhere(String recordId)
                        ? Stream.of(recordId)
                        : Stream.<String>empty())
                .toList();
        return records.isEmpty() || !taken ? 0 : list.leave(practice, list.known(practice, records, List.of()));
    }

    private Map<String, Comparison> onList(
            PracticeId practice, List<Line> lines, boolean taken, List<Refusal> refusals, Set<PatientId> met) {
        // a record that moved while it was paged comes twice; the later word counts
        Map<String, Line> once = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.what() instanceof Line.What.OnList)
                .forEach(line -> once.put(line.place(), line));
        List<Line> listed = List.copyOf(once.values());
        List<ListedPatient> said = listed.stream()
                .map(line -> ((Line.What.OnList) line.what()).patient())
                .toList();
        List<Comparison> compared = taken ? list.bring(practice, said) : list.compare(practice, said);
        Map<String, Comparison> meaning = new LinkedHashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            Line line = listed.get(i);
            Comparison comparison = compared.get(i);
            meaning.put(line.place(), comparison);
            if (comparison instanceof Comparison.Refused(Comparison.Reason reason, var about)) {
                refusals.add(line.refused(Refusal.Reason.of(reason)));
            } else {
                line.without().forEach(left -> refusals.add(line.refused(left)));
            }
            PatientId whom = comparison.whom();
            if (whom != null) {
                met.add(whom);
            }
        }
        needs(practice, listed, taken, meaning);
        return meaning;
    }

    /** Needs are no part of what the list is compared by, and not the list's to keep: who needs something else now has changed as well. */
    private void needs(PracticeId practice, List<Line> listed, boolean taken, Map<String, Comparison> meaning) {
        Map<PatientId, ToldNeeds> told = new HashMap<>();
        for (Line line : listed) {
            Comparison comparison = meaning.get(line.place());
            if (line.what() instanceof Line.What.OnList(var patient, ToldNeeds said)
                    && said.any()
                    && comparison != null
                    && !(comparison instanceof Comparison.Refused)
                    && comparison.whom() != null) {
                told.put(comparison.whom(), said);
            }
        }
        Set<PatientId> differ = taken ? needs.tell(practice, told) : needs.differing(practice, told);
        meaning.replaceAll((place, comparison) ->
                comparison instanceof Comparison.Unchanged(PatientId patient) && differ.contains(patient)
                        ? new Comparison.Changed(patient)
                        : comparison);
    }

    private void wrong(PracticeId practice, List<Line> lines, List<Refusal> refusals, Set<PatientId> met) {
        List<String> records = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Line line : lines) {
            if (line.what() instanceof Line.What.Wrong(Refusal.Reason reason, String recordId, String number)) {
                refusals.add(line.refused(reason));
                if (recordId != null) {
                    records.add(recordId);
                }
                if (number != null) {
                    numbers.add(number);
                }
            }
        }
        if (!records.isEmpty() || !numbers.isEmpty()) {
            met.addAll(list.known(practice, records, numbers));
        }
    }

    private static int count(Map<String, Comparison> meaning, Class<? extends Comparison> kind) {
        return (int) meaning.values().stream().filter(kind::isInstance).count();
    }
}
