/** What belongs to this computer: folders, settings, sound, starting with the session. */
@NullMarked
package uk.anteroom.toolbar.computer;

import org.jspecify.annotations.NullMarked;
