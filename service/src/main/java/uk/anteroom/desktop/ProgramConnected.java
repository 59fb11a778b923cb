package uk.anteroom.desktop;

import uk.anteroom.kernel.PracticeSecret;

/** A program has been connected, with the one token it is ever told. */
public record ProgramConnected(ConnectedProgram program, PracticeSecret token) {}
