package com.example.estate;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application as users have it, for the tests. */
@SpringBootApplication
public class EstateApplication {}
