import { useMe } from "../app/useMe.ts";
import { Shell } from "../app/Shell.tsx";
import { Sessions } from "./Sessions.tsx";
import { Tokens } from "./Tokens.tsx";

/** `/account`: where one is signed in, and the tokens of one's programs. */
export function Account() {
  const { data: me } = useMe();
  return (
    <Shell title="Account">
      <div className="narrow stack account">
        <div>
          <h1>Account</h1>
          {me !== undefined && <p className="muted">{[me.name, me.email].filter(Boolean).join(" · ")}</p>}
        </div>
        <Sessions />
        <Tokens />
      </div>
    </Shell>
  );
}
