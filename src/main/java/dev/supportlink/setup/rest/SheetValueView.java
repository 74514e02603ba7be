package dev.supportlink.setup.rest;

/** A value that was just made: the only answer of the admin API that holds a secret, never to be cached. */
public record SheetValueView(String name, String value) {

    @Override
    public String toString() {
        return "SheetValueView[name=" + name + "]";
    }
}
