@NullMarked
package com.example.estate;

import org.jspecify.annotations.NullMarked;
