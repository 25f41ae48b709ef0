import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import type { PageParts } from "./html.ts";
import type { Picked } from "./PickTool.tsx";
import type { PageSpec } from "./spec.ts";
import { useSavePage } from "./useSavePage.ts";

interface Props {
  spec: PageSpec;
  picked: Picked;
  parts: PageParts | undefined;
  /** What has to be said before the page can be saved. */
  lacking?: string | undefined;
}

/** The way to save a page that was drawn from a tool, and what saving lets it do. */
export function SavePage({ spec, picked, parts, lacking }: Props) {
  const save = useSavePage(spec, picked, parts);
  const { connector, tool } = picked;
  return (
    <div className="stack snug">
      <p className="muted tiny">{`Saving lets this page read “${tool.title ?? tool.name}” of ${connector.name}, and nothing else.`}</p>
      {lacking !== undefined && <p className="notice old">{lacking}</p>}
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div>
        <Button look="primary" disabled={save.isPending || lacking !== undefined || spec.title.trim() === ""} onClick={() => save.mutate()}>
          {save.isPending ? "Saving…" : "Save and open"}
        </Button>
      </div>
    </div>
  );
}
