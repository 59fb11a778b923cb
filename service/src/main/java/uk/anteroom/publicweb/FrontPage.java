package uk.anteroom.publicweb;

import org.jspecify.annotations.Nullable;

/**
 * The practice's public page.
 *
 * @param words the practice's own; blank if there are none
 * @param begun whether this browser has begun to write and not sent it
 * @param signedIn whether an account is signed in here
 * @param writesFor whom a carer who is signed in writes for; null for everybody else
 * @param note a key of the message files, for what happened just now; null if nothing did
 */
record FrontPage(
        Surgery surgery,
        Hours.Shown hours,
        String words,
        boolean begun,
        boolean signedIn,
        @Nullable String writesFor,
        @Nullable String note) {}
