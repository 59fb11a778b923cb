package uk.anteroom.delivery;

import uk.anteroom.kernel.Channel;

/**
 * A provider that carries letters of one channel. There may be several of a channel: {@code anteroom.delivery} names those that are used, in their order. What
 * a provider reports by itself comes through {@link Letters#receipt}.
 */
public interface Carrier {

    /** As the settings call it, such as {@code smtp}. */
    String name();

    Channel channel();

    /**
     * Hands a letter over. Must answer within 20 seconds, and must treat a second parcel of the same reference as the first one where the provider can.
     */
    Handover handOver(Parcel parcel);

    /** Whether {@link #find} can tell anything. */
    default boolean canBeAsked() {
        return false;
    }

    /** What became of a letter that was, or may have been, handed over. */
    default Whereabouts find(Parcel.Reference reference) {
        return new Whereabouts.CannotTell();
    }
}
