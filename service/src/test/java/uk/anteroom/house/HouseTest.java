package uk.anteroom.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;
import uk.anteroom.Anteroom;

/** The walls of the house. */
class HouseTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Anteroom.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.anteroom");
    private static final Pattern ROW = Pattern.compile("\\| (?:door )?`(\\w+)` \\| [^|]+ \\| ([^|]+) \\|");

    @Test
    void roomsKnowOnlyWhomTheyMayAndInNoCircle() {
        ROOMS.verify();
    }

    @Test
    void architectureTellsTheTruthAboutTheRooms() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../ARCHITECTURE.md")));
        while (row.find()) {
            told.put(
                    row.group(1),
                    Arrays.stream(row.group(2).split(","))
                            .map(String::strip)
                            .filter(room -> !room.equals("nothing"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        Map<String, Set<String>> built = new TreeMap<>();
        ROOMS.forEach(room -> built.put(
                room.getIdentifier().toString(),
                new TreeSet<>(Arrays.asList(allowed(room.getBasePackage().getName())))));
        assertThat(told).isEqualTo(built);
    }

    private static String[] allowed(String room) {
        try {
            return Class.forName(room + ".package-info")
                    .getAnnotation(ApplicationModule.class)
                    .allowedDependencies();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void workRunsInPracticeTransactionsAndNowhereElse() {
        noClasses().should().beAnnotatedWith(Transactional.class).check(CLASSES);
        noMethods().should().beAnnotatedWith(Transactional.class).check(CLASSES);
    }

    @Test
    void eventsAreHandledInTheTransactionThatCausedThem() {
        for (String annotation : new String[] {
            "org.springframework.transaction.event.TransactionalEventListener",
            "org.springframework.modulith.events.ApplicationModuleListener",
            "org.springframework.scheduling.annotation.Async"
        }) {
            noMethods().should().beAnnotatedWith(annotation).check(CLASSES);
        }
    }

    @Test
    void onlyStoresAndTheirLikeSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .or()
                .haveSimpleNameEndingWith("Page")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void roomsKnowNothingOfPages() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "uk.anteroom.kernel..",
                        "uk.anteroom.practice..",
                        "uk.anteroom.audit..",
                        "uk.anteroom.patient..",
                        "uk.anteroom.request..",
                        "uk.anteroom.intake..",
                        "uk.anteroom.account..",
                        "uk.anteroom.nhslogin..",
                        "uk.anteroom.carer..",
                        "uk.anteroom.delivery..",
                        "uk.anteroom.attempt..",
                        "uk.anteroom.consultation..",
                        "uk.anteroom.invitation..",
                        "uk.anteroom.conversation..",
                        "uk.anteroom.messagetemplate..",
                        "uk.anteroom.alert..",
                        "uk.anteroom.attachment..",
                        "uk.anteroom.report..",
                        "uk.anteroom.desktop..",
                        "uk.anteroom.loadedpatient",
                        "uk.anteroom.guard..",
                        "uk.anteroom.smart..",
                        "uk.anteroom.clinicalsystem..",
                        "uk.anteroom.practicelist..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.ui..")
                .check(CLASSES);
    }

    @Test
    void namesAreWordsOfTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Entity|Mapper|Processor|Info)")
                .check(CLASSES);
    }

    @Test
    void nothingWaitsForTheFuture() {
        methods()
                .that()
                .arePublic()
                .should()
                .notHaveRawReturnType("java.util.concurrent.CompletableFuture")
                .check(CLASSES);
    }
}
