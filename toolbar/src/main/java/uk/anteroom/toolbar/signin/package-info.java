/** Signs in through the browser, and keeps the token where only its owner can read it. */
@NullMarked
package uk.anteroom.toolbar.signin;

import org.jspecify.annotations.NullMarked;
