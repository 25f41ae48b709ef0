import { useEffect, useState, type ReactNode } from "react";
import type { Ask, Asks, Question } from "../host/asks.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useSignal } from "../ui/useSignal.ts";
import { CallQuestion } from "./CallQuestion.tsx";

/** A click that was meant for the page must not say yes: the button wakes a moment after the dialog. */
const wakeMs = 600;

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

function wordsFor(question: Question, always: ReadonlySet<string>, onAlways: (names: ReadonlySet<string>) => void): Words {
  switch (question.kind) {
    case "calls":
      return {
        title: question.calls.every(({ reads }) => reads) ? "Allow this page to read?" : "Allow this change?",
        yes: "Allow",
        no: "Do not allow",
        body: <CallQuestion calls={question.calls} always={always} onAlways={onAlways} />,
      };
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
        no: "Leave it",
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

function AskDialog({ ask, onAnswer }: { ask: Ask; onAnswer: (yes: boolean, always: readonly string[]) => void }) {
  const [always, setAlways] = useState<ReadonlySet<string>>(new Set());
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAwake(true), wakeMs);
    return () => clearTimeout(timer);
  }, []);
  const { title, yes, no, body } = wordsFor(ask.question, always, setAlways);
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={() => onAnswer(false, [])}
      foot={
        <>
          <Button onClick={() => onAnswer(false, [])}>{no}</Button>
          <Button look="primary" disabled={!awake} onClick={() => onAnswer(true, [...always])}>
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
  return <AskDialog key={ask.id} ask={ask} onAnswer={(yes, always) => asks.answer(ask.id, yes, always)} />;
}
