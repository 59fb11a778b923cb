package uk.anteroom.photo;

/**
 * What a photo shows. Intimate areas are not on the list and cannot be asked for: they are for an examination with a chaperone in the room (CQC, GP mythbuster
 * 100), and of a child such a picture must not be made.
 */
public enum BodySite {
    FACE,
    EYE,
    EAR,
    MOUTH,
    SCALP,
    NECK,
    BACK,
    TUMMY,
    ARM,
    HAND,
    LEG,
    FOOT,
    WOUND;

    /** Of which there are two, so that it must be said which. */
    public boolean hasSides() {
        return switch (this) {
            case EYE, EAR, ARM, HAND, LEG, FOOT -> true;
            case FACE, MOUTH, SCALP, NECK, BACK, TUMMY, WOUND -> false;
        };
    }
}
