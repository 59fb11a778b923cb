package uk.anteroom.toolbar.computer;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/** Two rising notes, soft, shorter than 400 ms. The same as on the pages: a fifth, with a soft beginning and end. */
public final class TwoNotes implements Chime {

    private static final float RATE = 44_100;
    private static final double LOW_HZ = 587.33;
    private static final double HIGH_HZ = 880;
    private static final double NOTE_SECONDS = 0.18;
    private static final double VOLUME = 0.25;

    @Override
    public void arrival() {
        Thread.ofVirtual().start(() -> {
            byte[] samples = samples();
            try {
                // given back by itself when it has ended
                Clip clip = AudioSystem.getClip();
                clip.addLineListener(event -> {
                    if (LineEvent.Type.STOP.equals(event.getType())) {
                        clip.close();
                    }
                });
                clip.open(new AudioFormat(RATE, 16, 1, true, false), samples, 0, samples.length);
                clip.start();
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                // what is seen says it too
            }
        });
    }

    /** 16 bits, signed, little-endian, mono. */
    static byte[] samples() {
        int each = (int) (RATE * NOTE_SECONDS);
        byte[] all = new byte[each * 2 * 2];
        for (int i = 0; i < each * 2; i++) {
            double at = (i % each) / (double) each;
            double loud = Math.sin(Math.PI * Math.sqrt(at)) * VOLUME;
            double hz = i < each ? LOW_HZ : HIGH_HZ;
            short sample = (short) (Math.sin(2 * Math.PI * hz * (i % each) / RATE) * loud * Short.MAX_VALUE);
            all[2 * i] = (byte) sample;
            all[2 * i + 1] = (byte) (sample >> 8);
        }
        return all;
    }
}
