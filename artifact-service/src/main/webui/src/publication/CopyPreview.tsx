import "../styles/draft.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { server } from "../api/server.ts";
import { DraftPreview } from "../preview/DraftPreview.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { keptOf, type Choice } from "./choice.ts";
import { makeFrozenHost } from "./frozenHost.ts";
import { publicationServer } from "./publicationServer.ts";
import type { Copy, Draft } from "./types.ts";

function Preview({ copy, html }: { copy: Copy; html: string }) {
  const host = useMemo(() => makeFrozenHost(copy, () => server.preview(html)), [copy, html]);
  return <DraftPreview host={host} label="The page as others will see it" />;
}

/** The page at work with what is left, the very data that visitors would get. */
export function CopyPreview({ artifactId, draft, choice }: { artifactId: string; draft: Draft; choice: Choice }) {
  const keep = useDeferredValue(keptOf(choice));
  const key = JSON.stringify(keep);
  const page = useQuery({
    queryKey: ["artifact", artifactId, "source", draft.version],
    queryFn: () => server.source(artifactId, draft.version),
    staleTime: Infinity,
  });
  const copy = useQuery({
    queryKey: ["artifact", artifactId, "drafts", draft.id, key],
    queryFn: () => publicationServer.copy(artifactId, draft.id, keep),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  const error = page.error ?? copy.error;
  if (error !== null) return <Trouble error={error} retry={() => void Promise.all([page.refetch(), copy.refetch()])} />;
  if (page.data === undefined || copy.data === undefined) return <div className="skeleton public-wait" aria-busy />;
  return <Preview key={`${copy.dataUpdatedAt}`} copy={copy.data} html={page.data.html} />;
}
