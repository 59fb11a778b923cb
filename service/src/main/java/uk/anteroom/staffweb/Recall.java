package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;

/**
 * {@code Text Rosa to come back}.
 *
 * @param action where the press is posted
 * @param label of the button
 * @param state what became of the last one; null if there was none
 */
record Recall(String action, String label, @Nullable String state) {}
