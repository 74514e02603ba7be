package dev.supportlink.sandbox.run;

/** The run cannot go on: what failed, and what to do about it. */
final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    RunFailed(String what, String advice) {
        super(what, null, false, false);
        this.advice = advice;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
