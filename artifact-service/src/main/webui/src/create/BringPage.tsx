import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useMemo, useRef, useState, type DragEvent } from "react";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { FromAddress } from "./FromAddress.tsx";
import { askedOf, choicesOf } from "./mapping.ts";
import { Needs } from "./Needs.tsx";
import { complaintAbout, mostBytes, readPage } from "./readPage.ts";
import { useNeeds } from "./useNeeds.ts";

/** A page as a file or as text; read here, run nowhere before it is saved. */
export function BringPage() {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [html, setHtml] = useState("");
  const [title, setTitle] = useState<string>();
  const [over, setOver] = useState(false);
  const [fileTrouble, setFileTrouble] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const facts = useMemo(() => (html.trim() === "" ? undefined : readPage(html)), [html]);
  const { needs, looking } = useNeeds(html, facts);
  const shownTitle = title ?? facts?.title ?? "";
  const complaint = facts === undefined ? undefined : complaintAbout(html, facts.bytes);
  const save = useMutation({
    mutationFn: () => server.createArtifact({
        html,
        ...(shownTitle.trim() === "" ? {} : { title: shownTitle.trim() }),
        ...(needs === undefined ? {} : { mapping: choicesOf(askedOf(needs), chosen) }),
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}?review`);
    },
  });

  const show = (text: string) => {
    setFileTrouble(undefined);
    setTitle(undefined);
    setChosen(new Map());
    setHtml(text);
  };

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > mostBytes) {
      setFileTrouble("This file is larger than 16 MiB, which is the limit.");
      return;
    }
    show(await file.text());
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
        <FromAddress onPage={show} />
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
        {needs !== undefined && (
          <Needs needs={needs} looking={looking} chosen={chosen} onChoose={(from, connectorId) => setChosen(new Map(chosen).set(from, connectorId))} />
        )}
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
