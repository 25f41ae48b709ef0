import { Unlink } from "lucide-react";
import { useEffect } from "react";
import { Empty } from "../../ui/Empty.tsx";

/** The same for every link that does not work. */
export function LinkOver() {
  useEffect(() => {
    document.title = "Nothing to see here";
  }, []);
  return (
    <main className="copy-message">
      <Empty heading="h1" icon={<Unlink size={24} />} title="Nothing to see here">
        This link does not work. It may be cut off, have ended, or have been taken back. Ask whoever sent it for a new one.
      </Empty>
    </main>
  );
}
