/**
 * {@code result → Payload → Branch → Structure, Profile}; {@code Calls → Shapes → ShapeCache →
 * ShapeStore}; {@code HTTP → ShapeResource → Drift}.
 */
@NullMarked
package dev.liveartifacts.connector.shape;

import org.jspecify.annotations.NullMarked;
