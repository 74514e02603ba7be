package dev.supportlink.sandbox.instance;

/** One column of a table: what kind it is, which table it points to, and its value in a new row. */
record Column(String name, Kind kind, String target, String initial) {

    enum Kind {
        TEXT,
        REFERENCE,
        JOURNAL,
        JOURNAL_LIST,
        PASSWORD
    }

    static Column text(String name) {
        return text(name, "");
    }

    static Column text(String name, String initial) {
        return new Column(name, Kind.TEXT, "", initial);
    }

    static Column reference(String name, String target) {
        return new Column(name, Kind.REFERENCE, target, "");
    }

    static Column password(String name) {
        return new Column(name, Kind.PASSWORD, "", "");
    }

    boolean isReference() {
        return kind == Kind.REFERENCE;
    }

    boolean isJournal() {
        return kind == Kind.JOURNAL;
    }
}
