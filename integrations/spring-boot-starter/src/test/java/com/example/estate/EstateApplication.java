// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application as users write it, for the tests. */
@SpringBootApplication
public class EstateApplication {}
