// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HomesApplication {
    public static void main(String[] args) {
        SpringApplication.run(HomesApplication.class, args);
    }
}
