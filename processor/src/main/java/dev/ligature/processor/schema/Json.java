// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON text of maps, lists, strings, booleans, whole numbers and null. Each text has one form: its values keep their order, and each stands
 * on a line of its own, unless a {@link Line} says otherwise. It is ASCII, so that no compiler's encoding matters.
 */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** A value that is written on one line. */
    record Line(Object value) {}

    static String write(Object value) {
        Json json = new Json();
        json.value(value, "");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String inner = indent + "  ";
            String separator = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator).append(inner).append(quoted(entry.getKey()));
                text.append(": ");
                value(entry.getValue(), inner);
                separator = ",\n";
            }
            text.append('\n').append(indent).append('}');
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            String inner = indent + "  ";
            String separator = "[\n";
            for (Object element : list) {
                text.append(separator).append(inner);
                value(element, inner);
                separator = ",\n";
            }
            text.append('\n').append(indent).append(']');
        } else {
            text.append(line(value));
        }
    }

    private static String line(Object value) {
        if (value instanceof Line line) {
            return line(line.value());
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Json::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Boolean || value instanceof Number || value == NULL ? value.toString() : quoted(value);
    }

    /** The JSON null. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static String quoted(Object string) {
        StringBuilder quoted = new StringBuilder("\"");
        string.toString().chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /** A text that is not JSON, or not what was expected. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** Reads a text: maps are {@code LinkedHashMap}s, whole numbers {@code Long}s. */
    static Object parse(String text) throws Malformed {
        return new Parser(text).whole();
    }

    private static final class Parser {
        /** Deeper than any schema file, and not so deep that the stack ends. */
        private static final int MOST_LEVELS = 100;

        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        Object whole() throws Malformed {
            Object value = value(0);
            if (next() != END) {
                throw unexpected();
            }
            return value;
        }

        private static final char END = '\0';

        /** The next character that is no white space. */
        private char next() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
            return position < text.length() ? text.charAt(position) : END;
        }

        private Malformed unexpected() {
            long line = 1
                    + text.substring(0, position).chars().filter(c -> c == '\n').count();
            return new Malformed("line " + line + ": "
                    + (position < text.length() ? "unexpected '" + text.charAt(position) + "'" : "it ends too early"));
        }

        private void skip(char expected) throws Malformed {
            if (next() != expected) {
                throw unexpected();
            }
            position++;
        }

        private Object value(int level) throws Malformed {
            char first = next();
            if (level > MOST_LEVELS) {
                throw unexpected();
            }
            return switch (first) {
                case '{' -> map(level);
                case '[' -> list(level);
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> map(int level) throws Malformed {
            Map<String, Object> map = new LinkedHashMap<>();
            skip('{');
            while (next() != '}') {
                if (!map.isEmpty()) {
                    skip(',');
                }
                if (next() != '"') {
                    throw unexpected();
                }
                int start = position;
                String key = string();
                skip(':');
                if (map.put(key, value(level + 1)) != null) {
                    position = start;
                    throw unexpected();
                }
            }
            skip('}');
            return map;
        }

        private List<Object> list(int level) throws Malformed {
            List<Object> list = new ArrayList<>();
            skip('[');
            while (next() != ']') {
                if (!list.isEmpty()) {
                    skip(',');
                }
                list.add(value(level + 1));
            }
            skip(']');
            return list;
        }

        private String string() throws Malformed {
            skip('"');
            StringBuilder string = new StringBuilder();
            while (position < text.length() && text.charAt(position) != '"') {
                char c = text.charAt(position);
                if (c < ' ') {
                    throw unexpected();
                }
                position++;
                string.append(c == '\\' ? escaped() : c);
            }
            if (position == text.length()) {
                throw unexpected();
            }
            position++;
            return string.toString();
        }

        private char escaped() throws Malformed {
            if (position == text.length()) {
                throw unexpected();
            }
            char c = text.charAt(position);
            int plain = "\"\\/bfnrt".indexOf(c);
            if (plain >= 0) {
                position++;
                return "\"\\/\b\f\n\r\t".charAt(plain);
            }
            String code = text.substring(position, Math.min(position + 5, text.length()));
            if (code.matches("u[0-9a-fA-F]{4}")) {
                position += code.length();
                return (char) Integer.parseInt(code.substring(1), 16);
            }
            throw unexpected();
        }

        private Object word() throws Malformed {
            int start = position;
            while (position < text.length()
                    && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '-')) {
                position++;
            }
            String word = text.substring(start, position);
            if (word.equals("true") || word.equals("false")) {
                return word.equals("true");
            }
            if (word.equals("null")) {
                return NULL;
            }
            if (word.matches("-?[0-9]{1,18}")) {
                return Long.valueOf(word);
            }
            position = start;
            throw unexpected();
        }
    }
}
