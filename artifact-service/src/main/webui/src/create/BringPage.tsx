import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useMemo, useRef, useState, type DragEvent } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { inWords } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Mark } from "../ui/Mark.tsx";
import { complaintAbout, mostBytes, readPage, type PageFacts } from "./readPage.ts";

function Asks({ facts }: { facts: PageFacts }) {
  return (
    <section className="stack snug">
      <h2>What this page asks for</h2>
      {facts.tools.length === 0 ? (
        <p className="muted">It asks for no tools: it works without any source.</p>
      ) : (
        <>
          <ul className="box lines">
            {facts.tools.map(({ name, server: from, tool }) => (
              <li key={name} className="tool-line">
                <Mark name={from === "" ? "?" : from} />
                <span className="grow">
                  <span className="strong">{inWords(tool)}</span>
                  <span className="muted tiny cut tool-name">{name}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="muted tiny">It gets none of them yet. After saving you decide, tool by tool.</p>
        </>
      )}
    </section>
  );
}

/** A page as a file or as text; read here, run nowhere before it is saved. */
export function BringPage() {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [html, setHtml] = useState("");
  const [title, setTitle] = useState<string>();
  const [over, setOver] = useState(false);
  const [fileTrouble, setFileTrouble] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const facts = useMemo(() => (html.trim() === "" ? undefined : readPage(html)), [html]);
  const shownTitle = title ?? facts?.title ?? "";
  const complaint = facts === undefined ? undefined : complaintAbout(html, facts.bytes);
  const save = useMutation({
    mutationFn: () => server.createArtifact({ html, ...(shownTitle.trim() === "" ? {} : { title: shownTitle.trim() }) }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}?review`);
    },
  });

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > mostBytes) {
      setFileTrouble("This file is larger than 16 MiB, which is the limit.");
      return;
    }
    setFileTrouble(undefined);
    setTitle(undefined);
    setHtml(await file.text());
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <form
      className="bring"
      onSubmit={(event) => {
        event.preventDefault();
        if (facts !== undefined && complaint === undefined) save.mutate();
      }}
    >
      <div className="stack">
        <div
          className={over ? "drop over" : "drop"}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileUp size={24} aria-hidden />
          <span>Drop an HTML file here, or</span>
          <Button onClick={() => picker.current?.click()}>Choose a file</Button>
          <input
            ref={picker}
            type="file"
            accept=".html,.htm,text/html"
            className="visually-hidden"
            tabIndex={-1}
            aria-label="HTML file"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </div>
        {fileTrouble !== undefined && <div className="notice failing">{fileTrouble}</div>}
        <Field label="Or paste the page" complaint={complaint}>
          {(control) => (
            <textarea {...control} className="input code paste" spellCheck={false} placeholder="<!doctype html>…" value={html} onChange={(event) => setHtml(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="stack bring-side">
        <Field label="Title">
          {(control) => (
            <input {...control} className="input" maxLength={200} placeholder="Taken from the page" value={shownTitle} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        {facts !== undefined && facts.description !== "" && <p className="muted">{facts.description}</p>}
        {facts !== undefined && <Asks facts={facts} />}
        {save.error !== null && (
          <div className="notice failing" role="alert">
            {sentenceOf(save.error)}
          </div>
        )}
        <div>
          <Button look="primary" type="submit" disabled={facts === undefined || complaint !== undefined || save.isPending}>
            {save.isPending ? "Saving…" : "Save and open"}
          </Button>
        </div>
      </div>
    </form>
  );
}
