import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem.ts";
import { server } from "../api/server.ts";
import { keys } from "../app/keys.ts";
import { ConfirmByName } from "../ui/ConfirmByName.tsx";
import { useToaster } from "../ui/toaster.ts";

interface Props {
  id: string;
  title: string;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteArtifact({ id, title, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const remove = useMutation({
    mutationFn: () => server.deleteArtifact(id),
    onSuccess: () => {
      say(`“${title}” was deleted`);
      void queries.invalidateQueries({ queryKey: keys.artifacts });
      void queries.invalidateQueries({ queryKey: keys.schedules });
      onDeleted();
    },
  });
  return (
    <ConfirmByName
      title={`Delete “${title}”?`}
      name={title}
      act="Delete"
      busy={remove.isPending}
      complaint={remove.error === null ? undefined : sentenceOf(remove.error)}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>This deletes the page with all its versions, for everyone it is shared with, and stops its schedules.</p>
      <p className="muted">The data in your connected systems stays as it is.</p>
    </ConfirmByName>
  );
}
