package dev.supportlink.sandbox.instance;

/** What users who are not administrators see of a table. */
public enum TableAccess {
    /** Its rows, if their roles allow. */
    READABLE,
    /** Status 200 with no rows, and 404 for a single one: rows are hidden by access rules. */
    ROWS_OMITTED,
    /** Status 403. */
    FORBIDDEN,
    /** Status 403 because the table is not open to web services at all. */
    NO_WEB_SERVICES
}
