package com.example;

import dev.ligature.annotation.Document;

@Document
record Cottage(String id, String name, int rooms) {}
