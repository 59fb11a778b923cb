package uk.anteroom.practicelist;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.Reading;
import uk.anteroom.needs.ToldNeeds;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.ListedPatient.Told;

/**
 * Reads a file of patients as spreadsheets and clinical systems write them: UTF-8 with or without its mark, or the old Windows alphabet; commas,
 * semicolons or tabs; any end of line; fields in quotes. A column that is not there says nothing, an empty field says that there is none.
 */
@Component
class ListFileReader {

    /** Ten times the largest practice in England. */
    private static final int MOST_LINES = 1_000_000;

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})[/. -]+(\\d{1,2}|\\p{Alpha}{3,9})[/. -]+(\\d{4})(?: .*)?");
    private static final Set<ListColumn> YES_OR_NO = EnumSet.of(
            ListColumn.DECEASED,
            ListColumn.RESTRICTED,
            ListColumn.NO_EMAIL,
            ListColumn.NO_SMS,
            ListColumn.LARGE_PRINT,
            ListColumn.SIGN_LANGUAGE,
            ListColumn.INTERPRETER);
    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0");

    private final MobileNumbers numbers;
    private final Clock clock;

    ListFileReader(MobileNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    ListFile read(byte[] content) {
        String text = decode(content);
        if (text.indexOf('\0') >= 0) {
            return new ListFile.Unreadable(ListFile.Problem.NOT_TEXT, List.of());
        }
        if (text.isBlank()) {
            return new ListFile.Unreadable(ListFile.Problem.EMPTY, List.of());
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return read(parser);
        } catch (CSVException | UncheckedIOException | IllegalStateException e) {
            return new ListFile.Unreadable(ListFile.Problem.BROKEN_QUOTES, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListFile read(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            return new ListFile.Unreadable(ListFile.Problem.EMPTY, List.of());
        }
        CSVRecord heading = records.next();
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
            Optional<ListColumn> column = ListColumn.of(heading.get(i));
            if (column.isEmpty()) {
                if (!heading.get(i).isBlank()) {
                    ignored.add(ListText.clean(heading.get(i)));
                }
            } else if (columns.put(column.get(), i) != null) {
                return new ListFile.Unreadable(ListFile.Problem.SAME_COLUMN_TWICE, List.of(column.get()));
            }
        }
        List<ListColumn> missing = EnumSet.allOf(ListColumn.class).stream()
                .filter(column -> column.needed() && !columns.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            return new ListFile.Unreadable(ListFile.Problem.MISSING_COLUMNS, missing);
        }
        List<Line> lines = new ArrayList<>();
        long before = parser.getCurrentLineNumber();
        while (records.hasNext()) {
            CSVRecord fields = records.next();
            long after = parser.getCurrentLineNumber();
            lines.add(line(new Fields(fields, columns), firstLine(fields, before, after)));
            before = after;
            if (lines.size() > MOST_LINES) {
                return new ListFile.Unreadable(ListFile.Problem.TOO_MANY_LINES, List.of());
            }
        }
        return lines.isEmpty()
                ? new ListFile.Unreadable(ListFile.Problem.EMPTY, List.of())
                : new ListFile.Read(lines, columns.keySet(), ignored);
    }

    /** As an editor counts: a field in quotes may go over several lines, and empty lines may stand before. */
    private static long firstLine(CSVRecord fields, long before, long after) {
        long own = 1;
        for (String field : fields) {
            own += field.lines().count() > 1 ? field.lines().count() - 1 : 0;
        }
        return Math.max(before + 1, after - own + 1);
    }

    private Line line(Fields fields, long number) {
        String written = fields.get(ListColumn.NHS_NUMBER);
        String given = ListText.clean(fields.get(ListColumn.GIVEN_NAME));
        String family = ListText.clean(fields.get(ListColumn.FAMILY_NAME));
        List<Refusal.Reason> without = new ArrayList<>();
        return new Line(
                Long.toString(number),
                ListText.clean(written),
                (given + " " + family).strip(),
                what(fields, written, given, family, without),
                without);
    }

    private Line.What what(Fields fields, String written, String given, String family, List<Refusal.Reason> without) {
        Optional<NhsNumber> nhsNumber = NhsNumber.read(written);
        if (!fields.complete()) {
            return wrong(Refusal.Reason.TOO_FEW_FIELDS, nhsNumber);
        }
        if (nhsNumber.isEmpty()) {
            return wrong(written.isBlank() ? Refusal.Reason.NO_NUMBER : Refusal.Reason.WRONG_NUMBER, nhsNumber);
        }
        if (given.isEmpty() || family.isEmpty()) {
            return wrong(Refusal.Reason.NO_NAME, nhsNumber);
        }
        String birth = fields.get(ListColumn.DATE_OF_BIRTH);
        @Nullable DateOfBirth born = born(birth);
        if (born == null && !birth.isBlank()) {
            return wrong(Refusal.Reason.WRONG_BIRTH, nhsNumber);
        }
        for (ListColumn column : YES_OR_NO) {
            String answer = fields.get(column).toLowerCase(Locale.ROOT);
            if (!YES.contains(answer) && !NO.contains(answer)) {
                return wrong(Refusal.Reason.WRONG_YES_NO, nhsNumber);
            }
        }
        boolean restricted = yes(fields, ListColumn.RESTRICTED);
        ListedPatient patient = new ListedPatient(
                null,
                List.of(),
                nhsNumber.get(),
                given,
                family,
                born,
                restricted ? null : email(fields, without),
                restricted ? null : mobile(fields, without),
                restricted ? null : postcode(fields, without),
                yes(fields, ListColumn.DECEASED),
                restricted,
                yes(fields, ListColumn.NO_EMAIL),
                yes(fields, ListColumn.NO_SMS),
                fields.told());
        return new Line.What.OnList(patient, needs(fields, without));
    }

    private static ToldNeeds needs(Fields fields, List<Refusal.Reason> without) {
        return ToldLanguage.needs(
                told(fields, ListColumn.LARGE_PRINT),
                told(fields, ListColumn.SIGN_LANGUAGE),
                told(fields, ListColumn.INTERPRETER),
                fields.has(ListColumn.LANGUAGE) ? language(fields, without) : null);
    }

    private static @Nullable Locale language(Fields fields, List<Refusal.Reason> without) {
        String text = fields.get(ListColumn.LANGUAGE);
        if (text.isBlank()) {
            return Locale.ENGLISH;
        }
        Optional<Locale> language = ToldLanguage.read(text);
        if (language.isEmpty()) {
            without.add(Refusal.Reason.LANGUAGE);
        }
        return language.orElse(null);
    }

    private static @Nullable Boolean told(Fields fields, ListColumn column) {
        return fields.has(column) ? yes(fields, column) : null;
    }

    private static Line.What wrong(Refusal.Reason reason, Optional<NhsNumber> number) {
        return new Line.What.Wrong(reason, null, number.map(NhsNumber::value).orElse(null));
    }

    private @Nullable DateOfBirth born(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher written = WRITTEN.matcher(text);
        LocalDate today = LocalDate.now(clock);
        Reading<DateOfBirth> read = iso.matches()
                ? DateOfBirth.read(iso.group(3), iso.group(2), iso.group(1), today)
                : written.matches()
                        ? DateOfBirth.read(written.group(1), written.group(2), written.group(3), today)
                        : Reading.wrong("birth.impossible");
        return read instanceof Reading.Right<DateOfBirth>(DateOfBirth born) ? born : null;
    }

    private static @Nullable EmailAddress email(Fields fields, List<Refusal.Reason> without) {
        String text = fields.get(ListColumn.EMAIL);
        if (text.isBlank()) {
            return null;
        }
        if (EmailAddress.read(text) instanceof Reading.Right<EmailAddress>(EmailAddress email)) {
            return email;
        }
        without.add(Refusal.Reason.EMAIL);
        return null;
    }

    private @Nullable MobileNumber mobile(Fields fields, List<Refusal.Reason> without) {
        String text = fields.get(ListColumn.MOBILE);
        if (text.isBlank()) {
            return null;
        }
        // a spreadsheet that takes it for a number drops the nought
        String whole = text.matches("7[0-9]{9}") ? "0" + text : text;
        if (numbers.read(whole) instanceof Reading.Right<MobileNumber>(MobileNumber mobile)) {
            return mobile;
        }
        without.add(Refusal.Reason.MOBILE);
        return null;
    }

    private static @Nullable Postcode postcode(Fields fields, List<Refusal.Reason> without) {
        String text = fields.get(ListColumn.POSTCODE);
        if (text.isBlank()) {
            return null;
        }
        if (Postcode.read(text) instanceof Reading.Right<Postcode>(Postcode postcode)) {
            return postcode;
        }
        without.add(Refusal.Reason.POSTCODE);
        return null;
    }

    private static boolean yes(Fields fields, ListColumn column) {
        return YES.contains(fields.get(column).toLowerCase(Locale.ROOT));
    }

    private static String decode(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        int from = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, OLD_WINDOWS);
        }
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** What stands most often between the headings. */
    private static String delimiter(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String most = ",";
        for (String one : List.of(";", "\t")) {
            if (times(heading, one) > times(heading, most)) {
                most = one;
            }
        }
        return most;
    }

    private static int times(String text, String sign) {
        return text.length() - text.replace(sign, "").length();
    }

    /** The fields of one line by their column. */
    private record Fields(CSVRecord values, Map<ListColumn, Integer> columns) {

        String get(ListColumn column) {
            Integer at = columns.get(column);
            return at == null || at >= values.size() ? "" : values.get(at);
        }

        boolean has(ListColumn column) {
            return columns.containsKey(column);
        }

        /** Whether it goes as far as the last column that means something. */
        boolean complete() {
            return columns.values().stream().allMatch(at -> at < values.size());
        }

        Set<Told> told() {
            Set<Told> told = EnumSet.noneOf(Told.class);
            columns.keySet().forEach(column -> {
                Told one = column.told();
                if (one != null) {
                    told.add(one);
                }
            });
            return told;
        }
    }
}
