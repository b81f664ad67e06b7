package names;

record Number() {}
