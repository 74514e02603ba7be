package dev.supportlink.fuzz;

/** Query strings of lists, broken in form and in content. */
record FuzzedQueries(Pick pick) {

    String any() {
        return "?" + pick.several(6, "&", this::parameter);
    }

    private String parameter() {
        return switch (pick.below(9)) {
            case 0, 1, 2 -> "sysparm_query=" + escaped(encodedQuery());
            case 3 -> "sysparm_limit=" + pick.nasty();
            case 4 -> "sysparm_offset=" + pick.nasty();
            case 5 -> "sysparm_fields=" + pick.several(5, ",", () -> pick.of("number", "state", "u_x", pick.nasty()));
            case 6 -> "sysparm_display_value=" + pick.nasty();
            case 7 -> "sysparm_exclude_reference_link=" + pick.nasty();
            default -> pick.nasty() + "=" + pick.nasty();
        };
    }

    private String encodedQuery() {
        return pick.several(8, pick.of("^", "^OR", "^NQ", "^^", ""), this::condition);
    }

    private String condition() {
        String field = pick.of(
                "state",
                "number",
                "sys_id",
                "short_description",
                "priority",
                "u_x",
                "sys_created_on",
                "work_notes",
                "caller_id.name",
                pick.nasty());
        String operator = pick.of(
                "=",
                "!=",
                "<",
                "<=",
                ">",
                ">=",
                "LIKE",
                "STARTSWITH",
                "ENDSWITH",
                "IN",
                "ISEMPTY",
                "ISNOTEMPTY",
                "SAMEAS",
                "ON",
                pick.nasty());
        return pick.percent(10) ? pick.of("ORDERBY", "ORDERBYDESC") + field : field + operator + pick.nasty();
    }

    private String escaped(String text) {
        return pick.percent(80) ? text.replace("%", "%25").replace("&", "%26").replace("#", "%23") : text;
    }
}
