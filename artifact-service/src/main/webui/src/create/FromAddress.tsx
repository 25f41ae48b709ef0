import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** A page that lies at an address: fetched by the server, which looks where it goes. */
export function FromAddress({ onPage }: { onPage: (html: string) => void }) {
  const [url, setUrl] = useState("");
  const fetching = useMutation({ mutationFn: () => server.fetchPage(url.trim()), onSuccess: ({ html }) => onPage(html) });
  const wanted = /^https?:\/\/\S+$/.test(url.trim());
  return (
    <Field label="Or fetch it from an address" complaint={fetching.error === null ? undefined : sentenceOf(fetching.error)}>
      {(control) => (
        <div className="row">
          <input
            {...control}
            className="input grow"
            type="url"
            inputMode="url"
            placeholder="https://…"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              if (wanted) fetching.mutate();
            }}
          />
          <Button disabled={!wanted || fetching.isPending} onClick={() => fetching.mutate()}>
            {fetching.isPending ? "Fetching…" : "Fetch"}
          </Button>
        </div>
      )}
    </Field>
  );
}
