import { useCallback, useMemo, useState } from "react";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Me } from "../api/types.ts";
import { useMe } from "../app/useMe.ts";
import { toolOf } from "../fromdata/pageOf.ts";
import { SavePage } from "../fromdata/SavePage.tsx";
import { useDraft } from "../fromdata/useDraft.ts";
import { DraftPreview } from "../preview/DraftPreview.tsx";
import { Field } from "../ui/Field.tsx";
import { SourcePart } from "./SourcePart.tsx";
import { withSources, type NamedSources, type TemplatePage } from "./sources.ts";
import { useBinding, type Part } from "./useBinding.ts";
import "../styles/fromdata.css";
import "../styles/templates.css";

interface Props {
  template: TemplatePage;
  sources: NamedSources;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What the page's calls give is what was looked at a moment ago. */
function answerOf(parts: readonly Part[], { name, args }: CallBody): Promise<CallAnswer> {
  const found = parts.find(({ bound, picked }) => bound?.tool === name && same(picked?.arguments, args));
  if (found?.picked === undefined) return Promise.reject(new Error(`${name} is not among this page's data.`));
  return Promise.resolve(found.picked.finding.answer);
}

function lackingOf(parts: readonly Part[]): string | undefined {
  const open = parts.filter(({ state }) => state === "open" || state === "looking").map(({ source }) => `“${source.title ?? source.connector}”`);
  if (parts.every(({ state }) => state === "out")) return "Choose at least one place to read from.";
  if (open.length > 0) return `Choose first where ${open.join(" and ")} is, or leave it out.`;
  return parts.find(({ lacking }) => lacking !== undefined)?.lacking;
}

function Draft({ me, html, parts }: { me: Me; html: string; parts: readonly Part[] }) {
  const call = useCallback((body: CallBody) => answerOf(parts, body), [parts]);
  return <DraftPreview host={useDraft(me, html, call)} label="The page" />;
}

/** A template with a page of its own: each of its sources is found in a system, its fields mapped to what that calls them. */
export function BindSources({ template, sources }: Props) {
  const me = useMe();
  const [title, setTitle] = useState(template.title);
  const { parts, pick, map, other, leaveOut } = useBinding(sources);
  const html = useMemo(() => {
    const bound = parts.flatMap(({ name, bound }) => (bound === undefined ? [] : [[name, bound] as const]));
    return withSources(template, title, Object.fromEntries(bound));
  }, [template, title, parts]);
  const ready = parts.some(({ state }) => state === "bound") && parts.every(({ state }) => state !== "looking");
  const tools = new Map(parts.flatMap(({ bound, picked }) => (bound === undefined || picked === undefined ? [] : [[bound.tool, toolOf(bound.tool, picked)] as const])));
  return (
    <div className="shaper">
      <div className="stack shaper-form">
        <Field label="Title">{(control) => <input {...control} className="input" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}</Field>
        {parts.map((part) => (
          <SourcePart
            key={part.name}
            part={part}
            spare={parts.length > 1}
            onPick={(picked) => pick(part.name, picked)}
            onMap={(key, path) => map(part, key, path)}
            onOther={() => other(part.name)}
            onLeaveOut={() => leaveOut(part.name)}
          />
        ))}
        <SavePage page={{ title, description: template.description, html, tools: [...tools.values()] }} lacking={lackingOf(parts)} />
      </div>
      {ready && me.data !== undefined ? <Draft me={me.data} html={html} parts={parts} /> : <p className="muted">The page is shown here as soon as there is data for it.</p>}
    </div>
  );
}
