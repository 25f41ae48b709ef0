import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** Claude wants to know something before it goes on. */
export function Question({ text, onAnswer }: { text: string; onAnswer: (words: string) => Promise<unknown> }) {
  const [words, setWords] = useState("");
  const answer = useMutation({ mutationFn: () => onAnswer(words.trim()) });
  return (
    <form
      className="stack snug ask-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== "") answer.mutate();
      }}
    >
      <Field label="Your answer" hint={text.includes("?") ? undefined : "Claude waits for your word."} complaint={answer.error === null ? undefined : sentenceOf(answer.error)}>
        {(control) => <textarea {...control} className="input" rows={3} maxLength={8_000} autoFocus value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <div>
        <Button look="primary" type="submit" disabled={words.trim() === "" || answer.isPending}>
          Answer
        </Button>
      </div>
    </form>
  );
}
