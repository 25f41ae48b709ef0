import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { useSavePage, type NewPage } from "./useSavePage.ts";

interface Props {
  page: NewPage;
  /** What has to be said before the page can be saved. */
  lacking?: string | undefined;
}

/** The way to save a page that was made of tools, and what saving lets it do. */
export function SavePage({ page, lacking }: Props) {
  const save = useSavePage(page);
  const reads = new Intl.ListFormat("en-GB").format([...new Set(page.tools.map(({ words }) => words))]);
  return (
    <div className="stack snug">
      <p className="muted tiny">{`Saving lets this page read ${reads}, and nothing else.`}</p>
      {lacking !== undefined && <p className="notice old">{lacking}</p>}
      {save.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(save.error)}
        </div>
      )}
      <div>
        <Button look="primary" disabled={save.isPending || lacking !== undefined || page.title.trim() === ""} onClick={() => save.mutate()}>
          {save.isPending ? "Saving…" : "Save and open"}
        </Button>
      </div>
    </div>
  );
}
