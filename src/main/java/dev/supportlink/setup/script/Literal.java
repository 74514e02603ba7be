package dev.supportlink.setup.script;

/** A value as it stands in a script: quoted for the script's language already. Made by the quoting classes only. */
public final class Literal {

    private final String text;

    Literal(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
