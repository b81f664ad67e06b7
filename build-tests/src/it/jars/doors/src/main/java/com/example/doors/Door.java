package com.example.doors;

import dev.ligature.annotation.Document;

@Document
public record Door(String id, int height) {}
