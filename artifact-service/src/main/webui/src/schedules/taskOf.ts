import type { Schedule } from "./types.ts";

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The schedule that a page means by a task's id: its own id, or its artifact's title written as `open-pipeline`, as far as
 * only one is called so.
 */
export function taskOf(schedules: readonly Schedule[], taskId: string): Schedule | undefined {
  const exact = schedules.find(({ id }) => id === taskId);
  if (exact !== undefined) return exact;
  const wanted = slug(taskId);
  const named = schedules.filter(({ artifactTitle }) => wanted !== "" && slug(artifactTitle) === wanted);
  return named.length === 1 ? named[0] : undefined;
}
