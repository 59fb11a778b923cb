package uk.anteroom.desktop;

import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/** A program's token works no more. */
public record ProgramEnded(PracticeId practice, ProgramId program, StaffId staff) {}
