package com.example;

@Deprecated
public final class Old {
    private Old() {}

    public record Inner(String name) {}

    public enum Kind {
        PLAIN
    }
}
