import { useEffect, useState, type ReactNode } from "react";
import type { Ask, Asks, PendingWrite, Question } from "../host/asks.ts";
import { inWords } from "../host/names.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { JsonView } from "../ui/JsonView.tsx";
import { Mark } from "../ui/Mark.tsx";
import { useSignal } from "../ui/useSignal.ts";

/** A click that was meant for the page must not say yes: the button wakes a moment after the dialog. */
const wakeMs = 600;

function Writes({ writes }: { writes: readonly PendingWrite[] }) {
  return (
    <>
      <p>{writes.length === 1 ? "This page wants to change something:" : `This page wants to change ${writes.length} things:`}</p>
      <ol className="box lines writes">
        {writes.map((write, index) => (
          <li key={index} className="stack snug">
            <div className="row">
              <Mark name={write.connector} />
              <span className="strong">{inWords(write.tool)}</span>
              <span className="muted cut">in {write.connector}</span>
            </div>
            <JsonView value={write.args} />
          </li>
        ))}
      </ol>
    </>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

interface Words {
  title: string;
  yes: string;
  no: string;
  body: ReactNode;
}

function wordsFor(question: Question): Words {
  switch (question.kind) {
    case "writes":
      return { title: "Allow this change?", yes: "Allow", no: "Do not allow", body: <Writes writes={question.writes} /> };
    case "openLink":
      return {
        title: "Open this link?",
        yes: "Open in a new tab",
        no: "Stay here",
        body: (
          <>
            <p>The page wants to open an address outside Live Artifacts:</p>
            <p className="json">{question.url}</p>
          </>
        ),
      };
    case "offerPrompt":
      return {
        title: "A prompt for Claude",
        yes: "Copy",
        no: "Close",
        body: (
          <>
            <p>The page suggests to ask Claude this. Copy it to where you talk to Claude.</p>
            <p className="json">{question.text}</p>
          </>
        ),
      };
    case "saveFile":
      return {
        title: "Save this file?",
        yes: "Save",
        no: "Do not save",
        body: (
          <p>
            The page wants to save <span className="strong">{question.name}</span> ({sizeOf(question.bytes)}) on this device.
          </p>
        ),
      };
    case "runTask":
      return {
        title: "Run this now?",
        yes: "Run now",
        no: "Not now",
        body: (
          <p>
            The page wants to run the schedule <span className="strong">{question.title}</span>.
          </p>
        ),
      };
  }
}

function AskDialog({ ask, onAnswer }: { ask: Ask; onAnswer: (yes: boolean) => void }) {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAwake(true), wakeMs);
    return () => clearTimeout(timer);
  }, []);
  const { title, yes, no, body } = wordsFor(ask.question);
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={() => onAnswer(false)}
      foot={
        <>
          <Button onClick={() => onAnswer(false)}>{no}</Button>
          <Button look="primary" disabled={!awake} onClick={() => onAnswer(true)}>
            {yes}
          </Button>
        </>
      }
    >
      {body}
    </Dialog>
  );
}

/** What a page asks of the person, drawn by the app, one question at a time. */
export function AskDialogs({ asks }: { asks: Asks }) {
  const ask = useSignal(asks.current);
  if (ask === undefined) return null;
  return <AskDialog key={ask.id} ask={ask} onAnswer={(yes) => asks.answer(ask.id, yes)} />;
}
