package com.example;

import dev.ligature.annotation.Document;
import java.util.List;

@Document
record Cottage(String id, String name, List<Integer> rooms) {}
