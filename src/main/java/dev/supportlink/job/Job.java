package dev.supportlink.job;

import dev.supportlink.platform.text.Word;

/** Every job there is; its word is the name of its definition in {@code batch-jobs}. */
public enum Job implements Word {
    VERIFY_CONNECTIONS("Verify the connections that are due", "PT30S"),
    DELIVER_INCIDENTS("Bring accepted incidents to their instances", "PT1M"),
    READ_INCIDENTS("Bring copies of incidents up to date with their instances", "PT5M"),
    PURGE_EXPIRED("Remove tokens and probes that nobody can use any more", "PT1H"),
    CHECK_NETWORK("Compare the allow list with the connector's addresses", "PT24H");

    private final String title;
    private final String defaultSchedule;

    Job(String title, String defaultSchedule) {
        this.title = title;
        this.defaultSchedule = defaultSchedule;
    }

    public String title() {
        return title;
    }

    String defaultSchedule() {
        return defaultSchedule;
    }
}
