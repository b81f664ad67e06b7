/** Documents as a jar has them that was compiled without the processor. */
package com.example.library;
