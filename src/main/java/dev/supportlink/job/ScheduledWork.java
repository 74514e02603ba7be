package dev.supportlink.job;

/**
 * Says whether a job would find anything to do, so that the schedule starts it only then: every execution leaves rows in
 * the batch container's tables for ever. A feature with a scheduled job offers one as a CDI bean; cheap, one indexed read.
 */
public interface ScheduledWork {

    Job job();

    boolean anythingDue();
}
