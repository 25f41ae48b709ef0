import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { sentenceOf } from "../api/problem.ts";
import { Check } from "../ui/Check.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { CopyField } from "./CopyField.tsx";
import { snippetOf } from "./snippet.ts";
import { publicationKeys, publicationServer } from "./publicationServer.ts";

function Site({ origin, chosen, busy, onChange }: { origin: string; chosen: boolean; busy: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <li className="row public-site">
      <Check id={id} checked={chosen} disabled={busy} onChange={onChange} />
      <label htmlFor={id}>{origin.replace(/^https?:\/\//, "")}</label>
    </li>
  );
}

/** The sites inside which the live page may be shown, to people who are signed in and may open it. */
export function LiveSites({ artifactId }: { artifactId: string }) {
  const queries = useQueryClient();
  const sites = useQuery({ queryKey: publicationKeys.sites(artifactId), queryFn: () => publicationServer.sites(artifactId) });
  const choose = useMutation({
    mutationFn: (origins: string[]) => publicationServer.chooseSites(artifactId, origins),
    onSuccess: (view) => queries.setQueryData(publicationKeys.sites(artifactId), view),
  });
  const { origins, allowed } = sites.data ?? { origins: [], allowed: [] };
  const toggled = (origin: string, on: boolean) => (on ? [...origins, origin] : origins.filter((one) => one !== origin));
  return (
    <section className="stack snug" aria-labelledby="live-sites">
      <h3 id="live-sites">The live page inside another site</h3>
      <p className="muted tiny">For people who are signed in here and may open it. Their browsers let that happen on sites of the same company domain alone.</p>
      {sites.error !== null && <Trouble error={sites.error} retry={() => void sites.refetch()} />}
      {sites.data !== undefined && allowed.length === 0 && (
        <p className="box padded muted">Your workspace allows no sites yet. An administrator names them in live.embed.origins.</p>
      )}
      {allowed.length > 0 && (
        <ul className="box lines" aria-label="Sites that may show it">
          {allowed.map((origin) => (
            <Site
              key={origin}
              origin={origin}
              chosen={origins.includes(origin)}
              busy={choose.isPending}
              onChange={(on) => choose.mutate(toggled(origin, on))}
            />
          ))}
        </ul>
      )}
      {choose.error !== null && <div className="notice failing">{sentenceOf(choose.error)}</div>}
      {origins.length > 0 && (
        <CopyField label="For their pages" text={snippetOf(`${window.location.origin}/a/${artifactId}?embed`, "Live Artifacts")} />
      )}
    </section>
  );
}
