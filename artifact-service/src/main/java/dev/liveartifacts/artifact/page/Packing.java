package dev.liveartifacts.artifact.page;

import java.nio.charset.StandardCharsets;

/** Turns the pieces of one page into bytes, in their order, each complete in itself on arrival. */
interface Packing {
  Packing NONE = piece -> piece.text().getBytes(StandardCharsets.UTF_8);

  byte[] pack(ServedPage.Piece piece);
}
