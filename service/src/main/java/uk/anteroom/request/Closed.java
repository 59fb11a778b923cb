package uk.anteroom.request;

/**
 * What came of closing a request.
 *
 * @param closing the one that stands
 * @param now whether this call closed it; else somebody was first
 */
public record Closed(Closing closing, boolean now) {}
