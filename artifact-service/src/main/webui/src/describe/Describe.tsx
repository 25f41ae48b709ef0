import "../styles/describe.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { useMe } from "../app/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { leftInWords } from "./costWords.ts";
import { requests } from "./requests.ts";
import { SaveNew } from "./SaveNew.tsx";
import { Sources } from "./Sources.tsx";
import { Workshop } from "./Workshop.tsx";

const examples = [
  "Our open deals by stage, with the ones that close this month on top",
  "Which invoices are overdue, by customer and by age",
  "My week ahead: meetings by day, and what is not prepared yet",
];

interface FormProps {
  text: string;
  onText: (text: string) => void;
  onBegun: (id: string) => void;
}

function WishForm({ text, onText, onBegun }: FormProps) {
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const readiness = useQuery({ queryKey: keys.describing, queryFn: requests.readiness });
  const connectors = useQuery({ queryKey: keys.connectors, queryFn: server.connectors });
  const begin = useMutation({
    mutationFn: () => {
      const chosen = (connectors.data ?? []).map(({ id }) => id).filter((id) => !without.has(id));
      return requests.begin({ text: text.trim(), ...(without.size === 0 ? {} : { connectors: chosen }) });
    },
    onSuccess: ({ id }) => onBegun(id),
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
      {blocked && <div className="notice old">{readiness.data.sentence} Meanwhile a page can be drawn from data alone, by form.</div>}
      <Field label="What do you want to see?" hint="Which data, what matters most, for whom. You can change it afterwards, in words as well.">
        {(control) => <textarea {...control} className="input wish-text" rows={5} maxLength={8_000} value={text} onChange={(event) => onText(event.target.value)} />}
      </Field>
      {text === "" && (
        <ul className="examples" aria-label="Examples">
          {examples.map((example) => (
            <li key={example}>
              <Button onClick={() => onText(example)}>{example}</Button>
            </li>
          ))}
        </ul>
      )}
      <Sources without={without} onChange={setWithout} />
      {begin.error !== null && (
        <div className="notice failing" role="alert">
          {sentenceOf(begin.error)}
        </div>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={text.trim() === "" || blocked || begin.isPending}>
          {begin.isPending ? "Setting to work…" : "Make the page"}
        </Button>
        {readiness.data?.ready === true && <span className="muted tiny numbers">{leftInWords(readiness.data.tokensLeft)}</span>}
      </div>
    </form>
  );
}

/** Say what you want, watch it being made, decide what it may use, keep it. */
export function Describe() {
  const [params, setParams] = useSearchParams();
  const me = useMe();
  const [text, setText] = useState("");
  const id = params.get("describe");
  const follow = (next: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (next === null) after.delete("describe");
      else after.set("describe", next);
      return after;
    });
  if (id === null || me.data === undefined) return <WishForm text={text} onText={setText} onBegun={follow} />;
  return (
    <Workshop
      key={id}
      id={id}
      me={me.data}
      onAgain={() => follow(null)}
      ending={(story) => (story.ending?.kind === "done" ? <SaveNew id={id} story={story} done={story.ending} onDiscard={() => follow(null)} /> : null)}
    />
  );
}
