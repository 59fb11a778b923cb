package uk.anteroom.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words by which a request is found. */
class SearchWordsTest {

    @Test
    void wordsAreFoldedAndStandOnce() {
        assertThat(SearchWords.of("Zoë Müller", "My knee, my KNEE!", "since 2019"))
                .containsExactly("zoe", "muller", "my", "knee", "since", "2019");
    }

    @Test
    void singleLettersAreNoWords() {
        assertThat(SearchWords.of("a b of")).containsExactly("of");
        assertThat(SearchWords.sought("? !")).isEmpty();
    }

    @Test
    void longWordsAreCutBetweenLetters() {
        String clefs = "\uD834\uDD1E".repeat(3) + "x".repeat(40);
        String letters = "\uD835\uDC00".repeat(40);
        assertThat(SearchWords.of(clefs)).containsExactly("x".repeat(30));
        assertThat(SearchWords.of(letters)).hasSize(1).first().satisfies(word -> {
            assertThat(word.codePointCount(0, word.length())).isEqualTo(30);
            assertThat(word).doesNotEndWith("\uD835");
        });
    }

    @Test
    void floodsAreBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("word").append(i).append(' ');
        }
        assertThat(SearchWords.of(text.toString())).hasSize(500);
        assertThat(SearchWords.sought(text.toString())).hasSize(4);
    }
}
