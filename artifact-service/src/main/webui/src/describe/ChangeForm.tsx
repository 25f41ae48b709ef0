import "../styles/describe.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { MousePointerClick, X } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { leftInWords } from "./costWords.ts";
import { requests } from "./requests.ts";
import type { Pointing } from "./usePointing.ts";

interface Props {
  artifactId: string;
  /** What is to be mended: the data has changed its structure. */
  drift: string | undefined;
  pointing: Pointing;
  firstWords: string;
  onBegun: (id: string, words: string) => void;
}

const mend = "Make the page fit the data as it is now.";

function PointedAt({ pointing: { element, forget } }: { pointing: Pointing }) {
  if (element === null) return null;
  return (
    <div className="box pointed-at row">
      <MousePointerClick size={16} aria-hidden />
      <span className="grow cut">{element.text === "" ? element.selector : `“${element.text.slice(0, 80)}”`}</span>
      <Button look="quiet" icon={<X size={16} />} aria-label="Do not point at it any more" onClick={forget} />
    </div>
  );
}

/** What is to change, and where. */
export function ChangeForm({ artifactId, drift, pointing, firstWords, onBegun }: Props) {
  const [text, setText] = useState(firstWords !== "" || drift === undefined ? firstWords : mend);
  const readiness = useQuery({ queryKey: keys.describing, queryFn: requests.readiness });
  const begin = useMutation({
    mutationFn: () =>
      requests.begin({
        text: text.trim(),
        artifactId,
        ...(drift === undefined ? {} : { drift: true }),
        ...(pointing.element === null ? {} : { element: pointing.element }),
      }),
    onSuccess: ({ id }) => onBegun(id, text.trim()),
  });
  const blocked = readiness.data !== undefined && !readiness.data.ready;
  return (
    <form
      className="stack wish"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && !blocked) begin.mutate();
      }}
    >
      {blocked && <div className="notice old">{readiness.data.sentence}</div>}
      {drift !== undefined && <div className="notice old">{drift}</div>}
      <Field label="What should change?" hint="As you would say it: “the close date is a timestamp, show the day”.">
        {(control) => <textarea {...control} className="input wish-text" rows={5} maxLength={8_000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <PointedAt pointing={pointing} />
      <div className="stack snug">
        <Button icon={<MousePointerClick size={16} aria-hidden />} aria-pressed={pointing.on} onClick={pointing.on ? pointing.stop : pointing.start}>
          {pointing.on ? "Stop pointing" : pointing.element === null ? "Point at an element" : "Point at another one"}
        </Button>
        <p className="muted tiny" role="status">
          {pointing.on ? "Click what you mean in the page. With keys: the arrows move, Enter chooses, Escape gives up." : ""}
        </p>
      </div>
      {begin.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(begin.error)}
        </div>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={text.trim() === "" || blocked || begin.isPending}>
          {begin.isPending ? "Setting to work…" : "Change it"}
        </Button>
        {readiness.data?.ready === true && <span className="muted tiny numbers">{leftInWords(readiness.data.tokensLeft)}</span>}
      </div>
    </form>
  );
}
