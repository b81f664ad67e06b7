package com.example.houses;

import com.example.doors.Door;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;

@Document
public record House(String id, @Link Ref<Door> door) {}
