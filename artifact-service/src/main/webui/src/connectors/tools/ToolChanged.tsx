import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { ConnectorTool } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { momentOf } from "../../host/ages.ts";
import { Button } from "../../ui/Button.tsx";
import { useToaster } from "../../ui/toaster.ts";

interface Props {
  connectorId: string;
  tool: ConnectorTool;
  now: number;
  mayChange: boolean;
}

/** What its server changed about a tool, until somebody who answers for it has seen it. */
export function ToolChanged({ connectorId, tool, now, mayChange }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const saw = useMutation({
    mutationFn: () => server.sawTool(connectorId, tool.name),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.tools(connectorId) }),
    onError: (error) => say(sentenceOf(error)),
  });
  if (tool.changed == null) return null;
  return (
    <div className="notice old spread wrap">
      <div className="grow">
        <p className="strong">Changed by its server, {momentOf(Date.parse(tool.changed.at), now)}</p>
        <ul className="sentences">
          {tool.changed.what.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="muted tiny">Pages that use it ask for approval again.</p>
      </div>
      {mayChange && (
        <Button disabled={saw.isPending} onClick={() => saw.mutate()}>
          Seen
        </Button>
      )}
    </div>
  );
}
