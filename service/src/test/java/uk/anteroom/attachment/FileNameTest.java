package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter.pdf                 | letter.pdf",
                "/etc/passwd                | passwd",
                "C:\\Users\\rosa\\scan.pdf  | scan.pdf",
                "../../x.pdf                | x.pdf",
                "..                         | file",
                "''                         | file",
                "...hidden                  | hidden",
                "a \"b\" <c>?.pdf           | a _b_ _c__.pdf",
                "Żółć  фото.jpg             | Żółć фото.jpg"
            })
    void onlyWhatCanBeShownAndSavedIsLeft(String sent, String read) {
        assertThat(FileName.read(sent).value()).isEqualTo(read);
    }

    @Test
    void signsNobodySeesAreGone() {
        assertThat(FileName.read("exe\u202egpj\u200b.\0\u0007txt\r\nX: y").value())
                .isEqualTo("exegpj.txt X_ y");
    }

    @Test
    void longNameIsCutAndKeepsTheEndingOfItsKind() {
        String sent = "\uD83D\uDE00".repeat(150) + ".pdf";
        FileName name = FileName.read(sent).as(FileKind.PDF);
        assertThat(name.value().codePointCount(0, name.value().length())).isEqualTo(100);
        assertThat(name.value()).endsWith("\uD83D\uDE00.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpeg, JPEG, a.jpeg",
        "a.JPG, JPEG, a.JPG",
        "a.heic, JPEG, a.jpg",
        "a.png, JPEG, a.png.jpg",
        "a.exe, PDF, a.exe.pdf",
        "a, PNG, a.png"
    })
    void nameEndsAsItsKindDoes(String name, FileKind kind, String shown) {
        assertThat(new FileName(name).as(kind).value()).isEqualTo(shown);
    }
}
