import { Wrench } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { server, type CallBody } from "../api/server.ts";
import type { Artifact, Drift, Me } from "../api/types.ts";
import { useDraft } from "../fromdata/useDraft.ts";
import { inWords } from "../host/names.ts";
import { DraftPreview } from "../preview/DraftPreview.tsx";
import { Empty } from "../ui/Empty.tsx";
import { bestNames } from "./likely.ts";
import { MappingTable } from "./MappingTable.tsx";
import { freshIn, missingIn, withRenames, type RenameMap } from "./renames.ts";
import { SaveVersion } from "./SaveVersion.tsx";
import "../styles/fromdata.css";

interface Props {
  me: Me;
  artifact: Artifact;
  html: string;
  drift: readonly Drift[];
}

type Chosen = ReadonlyMap<string, ReadonlyMap<string, string>>;

const last = (path: string) => path.split(/[.\]]/).filter((part) => part !== "" && part !== "[").at(-1) ?? path;
const keyOf = ({ connector, tool }: Drift) => `${connector} ${tool}`;

/** The likeliest names, as the server has them, and where it has none, by their words. */
function guesses(drift: Drift): ReadonlyMap<string, string> {
  const missing = missingIn(drift);
  const told = new Map(missing.filter(({ guess }) => guess !== "").map(({ was, guess }) => [was, guess]));
  const open = missing.filter(({ was }) => !told.has(was)).map(({ was }) => ({ key: was, name: last(was) }));
  const free = freshIn(drift).filter((name) => ![...told.values()].includes(name));
  return new Map([...told, ...bestNames(open, free)]);
}

/** The map by the names under which the page calls its tools. */
function mapOf(drift: readonly Drift[], chosen: Chosen, { tools }: Artifact): RenameMap {
  const entries = drift.flatMap((one) => {
    const renames = [...(chosen.get(keyOf(one)) ?? [])].filter(([, is]) => is !== "").map(([was, is]) => ({ was, is }));
    const names = tools.filter(({ tool, connectorName }) => tool === one.tool && connectorName === one.connector).map(({ name }) => name);
    return renames.length === 0 ? [] : names.map((name) => [name, renames] as const);
  });
  return Object.fromEntries(entries);
}

/** Where a page's data was renamed: what it misses is found under its new name, and the page's own text stays. */
export function RenameForm({ me, artifact, html, drift }: Props) {
  const broken = drift.filter((one) => missingIn(one).length > 0);
  const [chosen, setChosen] = useState<Chosen>(() => new Map(broken.map((one) => [keyOf(one), guesses(one)])));
  const map = useMemo(() => mapOf(drift, chosen, artifact), [drift, chosen, artifact]);
  const mended = useMemo(() => (Object.keys(map).length === 0 ? html : withRenames(html, map)), [html, map]);
  const call = useCallback((body: CallBody, signal?: AbortSignal) => server.call(artifact.id, body, signal), [artifact.id]);
  const host = useDraft(me, mended, call);
  if (broken.length === 0) {
    return (
      <Empty icon={<Wrench size={24} />} title="There is nothing to mend by form">
        This page was written by hand or by Claude, and its data is as it was. Pages drawn from data can be shaped here.
      </Empty>
    );
  }
  const names = Object.values(map).flatMap((renames) => renames.map(({ was, is }) => `${last(was)} → ${last(is)}`));
  return (
    <div className="shaper">
      <div className="stack shaper-form">
        <p>Some fields that this page reads are not there any more. Say what they are called now; the page itself stays as it is.</p>
        {broken.map((one) => (
          <MappingTable
            key={keyOf(one)}
            title={`${one.connector}: ${inWords(one.tool)}`}
            rows={missingIn(one).map(({ was, type }) => ({ key: was, label: was, ...(type === "" ? {} : { hint: type }) }))}
            names={freshIn(one)}
            chosen={chosen.get(keyOf(one)) ?? new Map()}
            none="It is gone"
            onChoose={(was, is) => setChosen((before) => new Map(before).set(keyOf(one), new Map(before.get(keyOf(one)) ?? []).set(was, is)))}
          />
        ))}
        <SaveVersion id={artifact.id} html={mended} summary={`Renamed fields: ${names.join(", ")}`.slice(0, 400)} disabled={names.length === 0} />
      </div>
      <DraftPreview host={host} label="The page with its new names" />
    </div>
  );
}
