package dev.supportlink.verification;

/**
 * One named test of a connection; a CDI bean, found by its {@link #id} in the definition of a verification, which also
 * says its title, side, order, whether it is mandatory and which earlier failure makes it pointless.
 */
public interface Check {

    /** Stable, lower case with hyphens; one of {@link CheckDefinition}'s ids. */
    String id();

    /**
     * Runs the test. An {@link dev.supportlink.platform.problem.UpstreamException} that escapes becomes a failure with
     * the reason that the catalogue has for it.
     */
    Outcome run(CheckRun run);
}
