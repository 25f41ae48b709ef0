/**
 * {@code seed and instant → Acme → companies, people, dice}: what every system of the company
 * shares.
 */
@NullMarked
package dev.liveartifacts.demo.acme;

import org.jspecify.annotations.NullMarked;
