/**
 * {@code administrator → *Resource → *Store}: people, groups, artifacts, budgets and the system, as
 * far as they can be seen without seeing contents.
 */
@NullMarked
package dev.liveartifacts.artifact.admin;

import org.jspecify.annotations.NullMarked;
