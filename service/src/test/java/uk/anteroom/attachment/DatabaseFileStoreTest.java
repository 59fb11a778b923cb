package uk.anteroom.attachment;

/** Files in the database, where no bucket is set up. */
class DatabaseFileStoreTest extends FileStoreContract {}
