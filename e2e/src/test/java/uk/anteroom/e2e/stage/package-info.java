/** What every journey needs before anybody appears: the demo world, two browsers, and what their cameras see. */
package uk.anteroom.e2e.stage;
