package uk.anteroom.fileexchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has come, as the sending page is told.
 *
 * @param id names it in further requests; null if it was refused at once
 * @param received how many bytes are here: the next piece begins there
 * @param done there is nothing more to send
 * @param name what it is called here; null until it is done
 * @param problem what is wrong with it, for the person who chose it; null if nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        @Nullable String id,
        long received,
        boolean done,
        @Nullable String name,
        @Nullable String problem) {}
