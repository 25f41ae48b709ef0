/**
 * {@code Verifier → Visit → DevToolsClient → browser}: opens a page as a person sees it, in a
 * browser that the deployer has set up, and says what happened.
 */
@NullMarked
package dev.liveartifacts.artifact.verify;

import org.jspecify.annotations.NullMarked;
