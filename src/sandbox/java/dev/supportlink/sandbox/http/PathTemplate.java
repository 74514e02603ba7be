package dev.supportlink.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with names in braces, each of which stands for part of one segment. */
final class PathTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();

    PathTemplate(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher braces = NAME.matcher(template);
        int end = 0;
        while (braces.find()) {
            regex.append(Pattern.quote(template.substring(end, braces.start()))).append("([^/]+?)");
            names.add(braces.group(1));
            end = braces.end();
        }
        this.pattern = Pattern.compile(regex.append(Pattern.quote(template.substring(end))) + "/?");
    }

    Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(found);
    }
}
