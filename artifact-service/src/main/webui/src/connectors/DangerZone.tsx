import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Connector } from "./types.ts";
import { Button } from "../ui/Button.tsx";
import { DeleteConnector } from "./DeleteConnector.tsx";

/** What cannot be undone. */
export function DangerZone({ connector }: { connector: Connector }) {
  const [, go] = useLocation();
  const [deleting, setDeleting] = useState(false);
  return (
    <section className="box padded stack snug" aria-label="Delete">
      <h2>Delete this connector</h2>
      <p className="muted">Its sign-ins, policies and kept answers are forgotten. Nothing changes in the system itself.</p>
      <div>
        <Button look="danger" icon={<Trash2 size={16} />} onClick={() => setDeleting(true)}>
          Delete…
        </Button>
      </div>
      {deleting && <DeleteConnector connector={connector} onClose={() => setDeleting(false)} onDeleted={() => go("/connectors")} />}
    </section>
  );
}
