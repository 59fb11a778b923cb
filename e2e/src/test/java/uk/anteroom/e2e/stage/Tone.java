package uk.anteroom.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a fake microphone hears: one tone, in beeps, because browsers take a tone that never stops for noise. */
public enum Tone {
    LOW(440),
    HIGH(880),
    MIDDLE(620);

    private static final int RATE = 48_000;
    private static final int SECONDS = 2;
    private static final int BEEP_MS = 300;
    private static final int PAUSE_MS = 200;

    private final int hertz;

    Tone(int hertz) {
        this.hertz = hertz;
    }

    public int hertz() {
        return hertz;
    }

    /** Writes it as a WAV file. */
    Path write(Path folder) {
        int samples = RATE * SECONDS;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + samples * 2).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            boolean beep = i * 1000L / RATE % (BEEP_MS + PAUSE_MS) < BEEP_MS;
            double wave = beep ? 0.5 * Math.sin(2 * Math.PI * hertz * i / RATE) : 0;
            wav.putShort((short) (wave * Short.MAX_VALUE));
        }
        try {
            return Files.write(folder.resolve(name().toLowerCase(Locale.ROOT) + ".wav"), wav.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
