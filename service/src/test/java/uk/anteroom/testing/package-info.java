/** What the tests of every room share: a real PostgreSQL with our roles and migrations, and a cast. */
@NullMarked
package uk.anteroom.testing;

import org.jspecify.annotations.NullMarked;
