package uk.anteroom.web;

/** What is wrong with a field, in plain words. {@code field} is the id of the input it is about. */
public record Complaint(String field, String text) {}
