package dev.supportlink.fuzz;

/** Bodies of both APIs, from nearly right to hopeless. */
record FuzzedBodies(Pick pick, FuzzTarget target) {

    String form() {
        if (pick.percent(5)) {
            return pick.of(
                    pick.bytes(200), "&".repeat(300), "=".repeat(300), "a=b&".repeat(400), "x=" + "y".repeat(9000));
        }
        return pick.several(7, pick.percent(95) ? "&" : pick.nasty(), this::parameter);
    }

    private String parameter() {
        String name = pick.of(
                "grant_type",
                "client_id",
                "client_secret",
                "username",
                "password",
                "refresh_token",
                "scope",
                "token",
                pick.nasty());
        return name + "=" + (pick.percent(50) ? nearlyRight(name) : pick.nasty());
    }

    private String nearlyRight(String name) {
        return switch (name) {
            case "grant_type" -> pick.of("password", "refresh_token", "client_credentials", "authorization_code");
            case "client_id" -> target.sheet().clientId();
            case "client_secret" -> pick.of(target.sheet().clientSecret(), "wrong");
            case "username" -> target.sheet().restUsername();
            case "password" -> pick.of(target.sheet().restPassword(), "wrong");
            case "token", "refresh_token" -> pick.of("A".repeat(43), "x");
            default -> pick.nasty();
        };
    }

    String json() {
        return switch (pick.below(20)) {
            case 0 -> pick.bytes(200);
            case 1 -> "[".repeat(pick.below(20_000));
            case 2 -> "{\"a\":".repeat(pick.below(5_000));
            case 3 -> pick.of("null", "true", "1", "\"x\"", "[]", "[{}]", "", " ", "{", "}", "{}", "{}{}", "{\"a\"}");
            case 4 -> "{\"description\":\"" + "a".repeat(pick.below(200_000)) + "\"}";
            case 5 -> "\u00ef\u00bb\u00bf{\"short_description\":\"x\"}";
            case 6 -> "{\"state\":1" + "0".repeat(pick.below(5_000)) + "}";
            default -> {
                String whole = "{" + pick.several(8, pick.percent(95) ? "," : ",,", this::member) + "}";
                yield pick.percent(10) ? whole.substring(0, pick.below(whole.length() + 1)) : whole;
            }
        };
    }

    private String member() {
        String name = pick.of(
                "short_description",
                "state",
                "impact",
                "urgency",
                "close_code",
                "close_notes",
                "work_notes",
                "comments",
                "correlation_id",
                "caller_id",
                "hold_reason",
                "sys_id",
                "number",
                "u_x",
                "x_y",
                "opened_at",
                "assigned_to",
                pick.nasty().replace("\"", ""));
        return "\"" + name + "\":" + value(3);
    }

    private String value(int depth) {
        return switch (pick.below(depth > 0 ? 9 : 6)) {
            case 0, 1, 2 -> "\"" + pick.nasty().replace("\"", "'") + "\"";
            case 3 -> pick.of("1", "2", "6", "7", "-1", "1.5", "1e400", "01", ".5", "1E");
            case 4 -> pick.of("true", "false", "null", "nul");
            case 5 -> "\"" + pick.of("1", "2", "3", "6", "7", "8", "Solution provided", "Duplicate") + "\"";
            case 6 -> "[" + pick.several(3, ",", () -> value(depth - 1)) + "]";
            case 7 -> "{" + pick.several(3, ",", () -> "\"value\":" + value(depth - 1)) + "}";
            default -> "{\"link\":" + value(0) + ",\"value\":" + value(0) + "}";
        };
    }
}
