import { Brand } from "./Brand.tsx";
import { Thumbnail } from "../ui/Thumbnail.tsx";

/** The way in. The sign-in itself is the identity provider's; it comes back to where the person wanted to go. */
export function SignIn() {
  const { pathname, search, hash } = window.location;
  return (
    <main className="sign-in">
      <div className="sign-in-panel">
        <Brand size={48} />
        <h1>Live Artifacts</h1>
        <p className="muted">Pages that show today’s numbers every time you open them.</p>
        <a className="button primary sign-in-button" href={`/signin?to=${encodeURIComponent(pathname + search + hash)}`}>
          Sign in
        </a>
        <p className="muted tiny">You sign in with your company account.</p>
      </div>
      <div className="sign-in-art" aria-hidden>
        {["Open pipeline", "CFO dashboard", "Cash runway"].map((title) => (
          <div key={title} className="sign-in-card">
            <Thumbnail id={title} title={title} />
          </div>
        ))}
      </div>
    </main>
  );
}
