import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LayoutTemplate } from "lucide-react";
import { useLocation } from "wouter";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Thumbnail } from "../ui/Thumbnail.tsx";
import { useToaster } from "../ui/toaster.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { CardSkeletons } from "./CardSkeletons.tsx";

/** Pages to start from. */
export function Templates({ query = "" }: { query?: string }) {
  const [, go] = useLocation();
  const { say } = useToaster();
  const queries = useQueryClient();
  const templates = useQuery({ queryKey: keys.templates, queryFn: server.templates, staleTime: Infinity });
  const use = useMutation({
    mutationFn: server.useTemplate,
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      go(`/a/${id}?review`);
    },
    onError: (error) => say(sentenceOf(error)),
  });
  if (templates.isPending) return <CardSkeletons />;
  if (templates.error !== null) return <Trouble error={templates.error} retry={() => void templates.refetch()} />;
  const wanted = query.toLowerCase();
  const found = templates.data.filter(({ title, description }) => `${title} ${description ?? ""}`.toLowerCase().includes(wanted));
  if (found.length === 0) {
    return (
      <Empty icon={<LayoutTemplate size={24} />} title="No template fits">
        Try another word, or bring a page of your own.
      </Empty>
    );
  }
  return (
    <ul className="cards">
      {found.map(({ name, title, description, connectors, bindable }) => (
        <li key={name} className="card still">
          <div className="card-thumb">
            <Thumbnail id={name} title={title} />
          </div>
          <div className="card-text">
            <h2>{title}</h2>
            <p className="muted tiny">{description}</p>
            <div className="row spread card-foot">
              <span className="muted tiny cut">{connectors.length === 0 ? "Needs no source" : `Needs ${connectors.join(", ")}`}</span>
              <Button disabled={use.isPending} onClick={() => (bindable === true ? go(`/new/template/${name}`) : use.mutate(name))} aria-label={`Use ${title}`}>
                Use
              </Button>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
