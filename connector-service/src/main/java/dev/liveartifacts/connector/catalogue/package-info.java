/** {@code HTTP → CatalogueResource → Catalogue → catalogue/connectors.json}. */
@NullMarked
package dev.liveartifacts.connector.catalogue;

import org.jspecify.annotations.NullMarked;
