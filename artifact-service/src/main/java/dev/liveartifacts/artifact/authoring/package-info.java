/**
 * {@code HTTP → DescriptionsResource → Descriptions → Works → Loop → Claude}, and {@code
 * DescriptionStore → DescriptionEventsResource → browser}: pages that are made from words.
 */
@NullMarked
package dev.liveartifacts.artifact.authoring;

import org.jspecify.annotations.NullMarked;
