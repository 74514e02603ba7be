package dev.supportlink.setup;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the output of the read-only script, strictly: what the script does not print is refused by name. */
public final class FindingsReader {

    /** Says which version of the script printed it. */
    static final String FORMAT = "supportlink-instance-findings-1";

    /** The longest output that is read; a user with every role of an instance stays far below. */
    static final int LONGEST = 20_000;

    private static final String PREFIX = "*** Script: ";
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int MOST_ENTRIES = 500;

    private final String connectionId;

    public FindingsReader(String connectionId) {
        this.connectionId = connectionId;
    }

    /** Findings that were kept, whatever their age. */
    public InstanceFindings kept(String text) {
        return findings(object(text));
    }

    /**
     * Findings that a person pasted, about this user and client.
     *
     * @throws WrongFindings when they are not what the script printed, or about somebody else, or too old
     */
    InstanceFindings pasted(String text, String userName, @Nullable String clientId, Instant now) {
        InstanceFindings findings = findings(object(line(text)));
        if (findings.foundAt().isAfter(now.plus(CLOCKS_DIFFER))
                || findings.foundAt().isBefore(now.minus(OLDEST))) {
            throw new WrongFindings("was printed at " + findings.foundAt()
                    + "; it must be at most 7 days old and not from the future. Run the script again");
        }
        refuseOther("user", userName, findings.user().userName());
        String found = Optional.ofNullable(findings.registration())
                .map(InstanceFindings.Registration::clientId)
                .orElse(null);
        if (clientId != null) {
            refuseOther("OAuth client", clientId, found);
        }
        return findings;
    }

    private static void refuseOther(String what, String wanted, @Nullable String found) {
        if (!wanted.equals(found)) {
            throw new WrongFindings("is about the " + what + " " + found + ", but this connection's is " + wanted
                    + ". Run the script as it is shown now");
        }
    }

    private static String line(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            throw new WrongFindings(
                    "is longer than " + LONGEST + " characters; paste only the line that the script printed");
        }
        return stripped.startsWith(PREFIX) ? stripped.substring(PREFIX.length()) : stripped;
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException other) {
            throw new WrongFindings("is not the JSON object that the script prints; paste the line from { to }");
        }
    }

    private InstanceFindings findings(JsonObject json) {
        StrictObject all = new StrictObject("", json);
        if (!all.text("format").equals(FORMAT)) {
            throw new WrongFindings("has another format; it must be " + FORMAT + ". Run the script as it is shown now");
        }
        if (!all.text("connection").equals(connectionId)) {
            throw new WrongFindings("is about another connection. Run the script that is shown here");
        }
        Instant at = all.time("at");
        StrictObject user = all.object("user")
                .orElseThrow(() -> new WrongFindings(
                        "says that the instance has no such user; compare the User ID, letter case included"));
        InstanceFindings findings = new InstanceFindings(
                at,
                user(user),
                roles(all.texts("roles", MOST_ENTRIES)),
                all.object("oauthEntity").map(FindingsReader::registration).orElse(null),
                tables(all.objects("tables", MOST_ENTRIES)));
        all.finish();
        return findings;
    }

    private static InstanceFindings.User user(StrictObject user) {
        InstanceFindings.User found = new InstanceFindings.User(
                user.text("userName"),
                user.flag("active"),
                user.flag("lockedOut"),
                user.flag("passwordNeedsReset"),
                user.flag("webServiceAccessOnly"));
        user.finish();
        return found;
    }

    private static Set<String> roles(List<String> names) {
        return new HashSet<>(names);
    }

    private static InstanceFindings.Registration registration(StrictObject row) {
        row.number("accessTokenLifespan");
        InstanceFindings.Registration found = new InstanceFindings.Registration(
                row.text("clientId"),
                row.text("name"),
                row.flag("active"),
                row.number("refreshTokenLifespan").orElse(null));
        row.finish();
        return found;
    }

    private static List<InstanceFindings.TableAccess> tables(List<StrictObject> rows) {
        return rows.stream().map(FindingsReader::table).toList();
    }

    private static InstanceFindings.TableAccess table(StrictObject row) {
        InstanceFindings.TableAccess table = new InstanceFindings.TableAccess(
                row.text("name"), row.flag("readAccess"), row.flag("webServiceAccess"));
        row.finish();
        return table;
    }
}
