package dev.supportlink.setup.script;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips a property where the machine lacks the program that it asks; the readings in Java run everywhere. */
abstract class NeedsInterpreter implements SkipExecutionHook {

    private final String program;

    NeedsInterpreter(String program) {
        this.program = program;
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Interpreter.exists(program)
                ? SkipResult.doNotSkip()
                : SkipResult.skip("There is no " + program + " here.");
    }

    /** Where there is bash. */
    static class Bash extends NeedsInterpreter {
        Bash() {
            super("bash");
        }
    }

    /** Where there is node. */
    static class Node extends NeedsInterpreter {
        Node() {
            super("node");
        }
    }
}
