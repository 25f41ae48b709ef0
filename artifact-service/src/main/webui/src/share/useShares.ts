import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { useToaster } from "../ui/toaster.ts";
import { labelOf, shareWith, type Subject } from "./subjects.ts";
import { shareKeys, shareServer } from "./shareServer.ts";
import type { NewShare, Share, ShareChange, SharePage } from "./types.ts";

const atOnce = 50;

type Pages = InfiniteData<SharePage, string | undefined>;

/** The shares of an artifact, a part at a time. */
export function useShares(id: string, query: string) {
  const list = useInfiniteQuery({
    queryKey: shareKeys.shareList(id, query),
    queryFn: ({ pageParam }) => shareServer.shares(id, query, pageParam, atOnce),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  return { ...list, shares: list.data?.pages.flatMap(({ items }) => items), total: list.data?.pages[0]?.total };
}

/** What stays of the parts when one share has changed, or is gone. */
export function edited(pages: Pages | undefined, shareId: string, now: Share | undefined): Pages | undefined {
  if (pages === undefined) return undefined;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      total: now === undefined ? Math.max(0, page.total - 1) : page.total,
      items: page.items.flatMap((item) => (item.id !== shareId ? [item] : now === undefined ? [] : [now])),
    })),
  };
}

/** Changes to one share. What is on screen of a long list stays where it is. */
export function useShareActs(id: string) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const onError = (error: unknown) => say(sentenceOf(error));
  const edit = (shareId: string, now: Share | undefined) =>
    queries.setQueriesData<Pages>({ queryKey: shareKeys.shares(id) }, (pages) => edited(pages, shareId, now));
  return {
    change: useMutation({
      mutationFn: ({ share, change }: { share: Share; change: ShareChange }) => shareServer.change(id, share.id, change),
      onSuccess: (now) => edit(now.id, now),
      onError,
    }),
    remove: useMutation({ mutationFn: (share: Share) => shareServer.remove(id, share.id), onSuccess: (_, share) => edit(share.id, undefined), onError }),
  };
}

interface Failed {
  readonly subject: Subject;
  readonly error: unknown;
}

export interface Adding {
  readonly busy: boolean;
  /** Shares with each of them, and gives those with whom that did not work. */
  add(subjects: readonly Subject[], terms: Pick<NewShare, "role" | "expiresAt" | "message">): Promise<Failed[]>;
}

/** Of a list that was read far down, only the top is read again. */
function useTopAgain(id: string) {
  const queries = useQueryClient();
  return async () => {
    const queryKey = shareKeys.shares(id);
    queries.setQueriesData<Pages>({ queryKey }, (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
    await queries.invalidateQueries({ queryKey });
  };
}

/** Lets everyone in the workspace view it. */
export function useEveryone(id: string) {
  const { say } = useToaster();
  const topAgain = useTopAgain(id);
  return useMutation({
    mutationFn: () => shareServer.share(id, { kind: "workspace", role: "viewer" }),
    onSuccess: topAgain,
    onError: (error) => say(sentenceOf(error)),
  });
}

/** Shares with one after the other: what is refused for one of them holds back nobody else. */
export function useAdding(id: string): Adding {
  const { say } = useToaster();
  const topAgain = useTopAgain(id);
  const [busy, setBusy] = useState(false);
  const add: Adding["add"] = async (subjects, terms) => {
    setBusy(true);
    const failed: Failed[] = [];
    for (const subject of subjects) {
      await shareServer.share(id, shareWith(subject, terms)).catch((error: unknown) => failed.push({ subject, error }));
    }
    await topAgain();
    setBusy(false);
    const added = subjects.filter((subject) => !failed.some((one) => one.subject === subject));
    if (added[0] !== undefined) say(added.length === 1 ? `Shared with ${labelOf(added[0])}` : `Shared with ${added.length}`);
    return failed;
  };
  return { busy, add };
}
