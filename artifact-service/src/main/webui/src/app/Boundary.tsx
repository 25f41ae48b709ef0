import { RotateCw } from "lucide-react";
import { Component, type ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";

/** The last net: a screen that breaks says so, and offers the way back. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty
        heading="h1"
        icon={<RotateCw size={24} />}
        title="This screen stopped working"
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            Load it again
          </Button>
        }
      >
        Nothing of yours is lost. If a new version of Live Artifacts was just installed, loading again is all it takes.
      </Empty>
    );
  }
}
