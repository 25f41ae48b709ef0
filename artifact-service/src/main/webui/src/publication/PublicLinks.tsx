import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { LinkLine } from "./LinkLine.tsx";
import { LiveSites } from "./LiveSites.tsx";
import { publicationKeys, publicationServer } from "./publicationServer.ts";
import type { PublicLink } from "./types.ts";

interface Props {
  artifactId: string;
  onMake: () => void;
  onLink: (link: PublicLink, origins: readonly string[]) => void;
}

/** The frozen copies that are out, and where the artifact itself may be shown. */
export function PublicLinks({ artifactId, onMake, onLink }: Props) {
  const links = useQuery({ queryKey: publicationKeys.list(artifactId), queryFn: () => publicationServer.list(artifactId) });
  return (
    <div className="stack">
      <section className="stack snug" aria-labelledby="public-links">
        <div className="row spread wrap">
          <h3 id="public-links">Public links</h3>
          <Button look="primary" icon={<Plus size={16} />} onClick={onMake}>
            Make a public link
          </Button>
        </div>
        <p className="muted tiny">
          A frozen copy of the page that anyone with the link can open, without signing in. You choose what is in it; it does not change, and
          reaches no connector.
        </p>
        {links.error !== null && <Trouble error={links.error} retry={() => void links.refetch()} />}
        {links.isPending && <div className="skeleton share-wait" aria-busy />}
        {links.data?.length === 0 && <p className="box padded muted">There is no public link to this page.</p>}
        {links.data !== undefined && links.data.length > 0 && (
          <ul className="box lines" aria-label="Public links">
            {links.data.map((publication) => (
              <LinkLine key={publication.id} artifactId={artifactId} publication={publication} onLink={onLink} />
            ))}
          </ul>
        )}
      </section>
      <LiveSites artifactId={artifactId} />
    </div>
  );
}
