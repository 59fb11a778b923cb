package uk.anteroom.practicelist;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.kernel.NhsNumber;

/** NHS numbers for tests, always the same ones: each test has a practice of its own. */
public final class TestNumbers {

    private static final List<String> NUMBERS = new ArrayList<>();

    private TestNumbers() {}

    public static synchronized String number(int which) {
        for (int nine = 999_500_000 + NUMBERS.size() * 2; NUMBERS.size() <= which; nine++) {
            for (int check = 0; check < 10; check++) {
                NhsNumber.read(nine + "" + check).map(NhsNumber::value).ifPresent(NUMBERS::add);
            }
        }
        return NUMBERS.get(which);
    }

    /** Reads mobile numbers as the service does with numbers for drama allowed. */
    static MobileNumbers mobiles() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    KernelSettings.class,
                    () -> new KernelSettings(
                            URI.create("http://localhost"), Base64.getEncoder().encodeToString(new byte[32]), true, 1));
            context.register(MobileNumbers.class);
            context.refresh();
            return context.getBean(MobileNumbers.class);
        }
    }
}
