package com.example;

import dev.ligature.annotation.Document;

@Document
record Tent(String id) {}
