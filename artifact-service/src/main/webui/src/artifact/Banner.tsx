import { X } from "lucide-react";
import { signInAgain } from "../account/session.ts";
import { Button } from "../ui/Button.tsx";
import { State } from "../ui/State.tsx";
import { ConnectorSignIn } from "./ConnectorSignIn.tsx";
import type { Banner as BannerWords, BannerAct } from "./bannerWords.ts";

const dots = { plain: "fresh", old: "old", failing: "failing" } as const;

interface Props {
  banner: BannerWords;
  onAct: (kind: BannerAct) => void;
  onDismiss: (key: string) => void;
}

/** One sentence under the bar, with its one action. */
export function Banner({ banner: { key, look, text, act, passing, fixed }, onAct, onDismiss }: Props) {
  // What waits to be shown stays until it is shown or sent away; what just happened goes by itself.
  const closable = (passing !== true || act?.kind === "show-data") && fixed !== true && act?.kind !== "sign-in";
  return (
    <div className={`banner ${look}${passing === true ? " passing" : ""}`} role="status">
      <State look={dots[look]}>{text}</State>
      {act?.kind === "connector" && <ConnectorSignIn connectorId={act.connectorId ?? null} look="link" />}
      {act?.kind === "sign-in" && (
        <Button look="link" onClick={signInAgain}>
          {act.label}
        </Button>
      )}
      {act !== undefined && act.kind !== "connector" && act.kind !== "sign-in" && (
        <Button look="link" onClick={() => onAct(act.kind)}>
          {act.label}
        </Button>
      )}
      {closable && (
        <Button look="quiet" className="banner-close" icon={<X size={16} />} aria-label="Hide this" onClick={() => onDismiss(key)} />
      )}
    </div>
  );
}
