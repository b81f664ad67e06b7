package com.example.vehicles;

non-sealed class Press extends Machine {
    @Deprecated
    int force;
}
