package uk.anteroom.carer;

/** What the practice lets a carer do. */
public enum CareLevel {
    /** Messages and requests, and nothing about video calls. */
    READ,
    /** And answer messages and send requests, in their own name. */
    READ_AND_WRITE
}
