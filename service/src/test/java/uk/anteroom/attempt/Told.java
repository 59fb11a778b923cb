package uk.anteroom.attempt;

import org.jspecify.annotations.Nullable;
import uk.anteroom.call.Figures;

/** What a page tells in a test, figure by figure. */
public final class Told {

    private @Nullable Double connectedMs;
    private @Nullable Double firstFrameMs;
    private Figures.@Nullable Path path;
    private Figures.@Nullable Transport transport;
    private @Nullable Integer score;
    private @Nullable Integer restarts;
    private @Nullable Double lostMs;
    private @Nullable Double weakMs;
    private Figures.@Nullable Relay relay;

    public Told connected(double ms) {
        connectedMs = ms;
        return this;
    }

    public Told firstFrame(double ms) {
        firstFrameMs = ms;
        return this;
    }

    public Told over(Figures.Path way, Figures.Transport carrier) {
        path = way;
        transport = carrier;
        return this;
    }

    public Told score(int bars) {
        score = bars;
        return this;
    }

    public Told interrupted(int times, double ms) {
        restarts = times;
        lostMs = ms;
        return this;
    }

    public Told weak(double ms) {
        weakMs = ms;
        return this;
    }

    public Told relay(Figures.Relay reached) {
        relay = reached;
        return this;
    }

    public Figures figures() {
        return new Figures(
                connectedMs,
                firstFrameMs,
                path,
                transport,
                connectedMs == null ? null : "video/VP8",
                score,
                restarts,
                null,
                lostMs,
                weakMs,
                null,
                relay);
    }
}
