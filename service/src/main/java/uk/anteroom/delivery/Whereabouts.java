package uk.anteroom.delivery;

/** What a provider says later of a letter. */
public sealed interface Whereabouts {

    /** It never came to the provider. */
    record NeverCame() implements Whereabouts {}

    /** Taken; on its way. */
    record OnItsWay() implements Whereabouts {}

    /** It is there. */
    record Arrived() implements Whereabouts {}

    /** The provider has given it up. */
    record WillNotArrive(Problem problem) implements Whereabouts {}

    /** Nobody knows, or nobody answers. */
    record CannotTell() implements Whereabouts {}
}
