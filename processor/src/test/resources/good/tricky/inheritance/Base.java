package com.example.base;

import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;

public abstract class Base<I, T> {
    private I id;
    private boolean active;
    public Map<String, List<I>> values;

    @Link
    private Ref<T> next;

    public I getId() {
        return id;
    }

    public void setId(I id) {
        this.id = id;
    }

    public boolean isActive() {
        return active;
    }

    public Base<I, T> active(boolean active) {
        this.active = active;
        return this;
    }

    public Ref<T> getNext() {
        return next;
    }

    public void setNext(Ref<T> next) {
        this.next = next;
    }
}
