package uk.anteroom.carer;

import java.util.UUID;

/** Names what one patient may do for another. */
public record CareId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
