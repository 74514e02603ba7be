/**
 * The sandbox's own WAR: stateful simulators of the outside systems, and a driver that runs the main job beside the
 * product. Tests use the simulators in process; the product never depends on any of it.
 *
 * <p>Simulators listen on loopback: login host 9181, Graph 9182, instance 9183. The settings are those of {@link
 * dev.supportlink.sandbox.SandboxSettings}. State lies beside the data directory: {@code world.json} (the outside),
 * {@code notebook.json} (what the sandbox's people wrote down), {@code microsoft-side.json} (what Microsoft's side was
 * given).
 *
 * <p>Faults can be ordered from a running simulator:
 *
 * <pre>
 * curl localhost:9183/__sandbox/faults -d '{"fault": "lost-answer", "method": "POST", "path": "/api/now", "times": 2}'
 * </pre>
 *
 * <p>Kinds: {@code answer} (with {@code status}, {@code headers}, {@code body}), {@code slow} and {@code trickle} (with
 * {@code delay}), {@code reset}, {@code lost-answer}, {@code cut-off}, {@code html}, {@code malformed-json}, {@code
 * huge-body} (with {@code bytes}). GET lists what waits, DELETE forgets it.
 */
@NullMarked
package dev.supportlink.sandbox;

import org.jspecify.annotations.NullMarked;
