const { pathname, search } = window.location;

/** True if the address asks for an artifact with next to nothing around it, for a frame in another site. */
export const embedded = pathname.startsWith("/a/") && new URLSearchParams(search).has("embed");
