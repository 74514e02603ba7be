package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds our own exception inside one that a container or a JSON reader wrapped around it. */
@ApplicationScoped
public class Causes {

    private static final int DEEPEST = 20;

    /** The problem that the innermost-known cause stands for; empty when none of the causes is ours. */
    public Optional<Problem> known(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> problemOf(cause).stream())
                .findFirst();
    }

    private static Optional<Problem> problemOf(Throwable cause) {
        if (cause instanceof DomainException broken) {
            return Optional.of(Problem.of(broken));
        }
        if (cause instanceof UpstreamException failure) {
            return Optional.of(UpstreamExceptionMapper.problemOf(failure));
        }
        return Optional.empty();
    }
}
