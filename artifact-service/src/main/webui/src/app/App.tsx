import { QueryClientProvider } from "@tanstack/react-query";
import { Compass } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Route, Switch } from "wouter";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { useSession } from "../account/useSession.ts";
import { Problem } from "../api/problem.ts";
import { askEarly } from "../artifact/earlyTicket.ts";
import { embedded } from "../embed/embedded.ts";
import { openingIn } from "../artifact/opening.ts";
import { Boundary } from "./Boundary.tsx";
import { makeQueryClient } from "./queries.ts";
import { screen } from "./screen.tsx";
import { Shell } from "./Shell.tsx";
import { SignIn } from "./SignIn.tsx";
import { useMe } from "./useMe.ts";

const artifact = screen(async () => (await import("../artifact/ArtifactScreen.tsx")).ArtifactScreen);
const gallery = screen(async () => (await import("../gallery/Gallery.tsx")).Gallery);

// What is wanted first starts loading before anything is drawn.
const opening = openingIn(document);
askEarly(window.location, opening);
const inArtifact = window.location.pathname.startsWith("/a/");

/** The screen that the address names, as far as it is loaded apart; what comes next after it. */
export const firstScreen = (inArtifact ? artifact : gallery).ready();
export const nextScreen = (inArtifact ? gallery : artifact).ready;

const ChangeScreen = lazy(async () => ({ default: (await import("../describe/ChangeScreen.tsx")).ChangeScreen }));
const Connectors = lazy(async () => ({ default: (await import("../connectors/Connectors.tsx")).Connectors }));
const ConnectorScreen = lazy(async () => ({ default: (await import("../connectors/ConnectorScreen.tsx")).ConnectorScreen }));
const AddConnector = lazy(async () => ({ default: (await import("../connectors/add/AddConnector.tsx")).AddConnector }));
const SignedIn = lazy(async () => ({ default: (await import("../connectors/SignedIn.tsx")).SignedIn }));
const Schedules = lazy(async () => ({ default: (await import("../schedules/Schedules.tsx")).Schedules }));
const Account = lazy(async () => ({ default: (await import("../account/Account.tsx")).Account }));
const SignedInAgain = lazy(async () => ({ default: (await import("../account/SignedInAgain.tsx")).SignedInAgain }));
const Alerts = lazy(async () => ({ default: (await import("../alerts/Alerts.tsx")).Alerts }));
const Administration = lazy(async () => ({ default: (await import("../admin/Administration.tsx")).Administration }));
const EmbeddedScreen = lazy(async () => ({ default: (await import("../embed/EmbeddedScreen.tsx")).EmbeddedScreen }));
const FormScreen = lazy(async () => ({ default: (await import("../repair/FormScreen.tsx")).FormScreen }));
const BindTemplate = lazy(async () => ({ default: (await import("../templates/BindTemplate.tsx")).BindTemplate }));
const NewScreen = lazy(async () => ({ default: (await import("../create/NewScreen.tsx")).NewScreen }));

function NotFound() {
  return (
    <Shell title="Not found">
      <Empty
        heading="h1"
        icon={<Compass size={24} />}
        title="There is nothing at this address"
        action={
          <ButtonLink look="primary" href="/">
            Go to your artifacts
          </ButtonLink>
        }
      >
        The link may be cut off, or what it led to has moved.
      </Empty>
    </Shell>
  );
}

/** Lets in who is signed in. While that is not known yet, the screens start loading. */
function Door({ children }: { children: ReactNode }) {
  const { data, error } = useMe();
  useSession();
  const signedOut = data === undefined && error instanceof Problem && error.kind === "signed-out";
  return signedOut && !embedded ? <SignIn /> : children;
}

export function App() {
  const [queries] = useState(() => makeQueryClient(opening?.me));
  return (
    <QueryClientProvider client={queries}>
      <Toasts>
        <Boundary>
          <Door>
            <Suspense fallback={<div className="content" aria-busy />}>
            <Switch>
              <Route path="/">
                <gallery.Screen />
              </Route>
              <Route path="/new">
                <NewScreen />
              </Route>
              <Route path="/new/template/:name">{({ name }) => <BindTemplate key={name} name={name} />}</Route>
              <Route path="/a/:id/form">{({ id }) => <FormScreen key={id} id={id} />}</Route>
              <Route path="/a/:id/change">{({ id }) => <ChangeScreen key={id} id={id} />}</Route>
              <Route path="/a/:id">{({ id }) => (embedded ? <EmbeddedScreen key={id} id={id} /> : <artifact.Screen key={id} id={id} />)}</Route>
              <Route path="/connectors">
                <Connectors />
              </Route>
              <Route path="/connectors/new">
                <AddConnector />
              </Route>
              <Route path="/connectors/:id">{({ id }) => <ConnectorScreen key={id} id={id} />}</Route>
              <Route path="/signed-in">
                <SignedIn />
              </Route>
              <Route path="/admin">
                <Administration />
              </Route>
              <Route path="/schedules">
                <Schedules />
              </Route>
              <Route path="/account">
                <Account />
              </Route>
              <Route path="/account/signed-in">
                <SignedInAgain />
              </Route>
              <Route path="/alerts">
                <Alerts />
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
          </Door>
        </Boundary>
      </Toasts>
    </QueryClientProvider>
  );
}
