import { QueryClientProvider } from "@tanstack/react-query";
import { Compass } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Route, Switch } from "wouter";
import { ArtifactScreen } from "../artifact/ArtifactScreen.tsx";
import { Gallery } from "../gallery/Gallery.tsx";
import { ButtonLink } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { Boundary } from "./Boundary.tsx";
import { makeQueryClient } from "./queries.ts";
import { Shell } from "./Shell.tsx";

const Connectors = lazy(async () => ({ default: (await import("../connectors/Connectors.tsx")).Connectors }));
const ConnectorScreen = lazy(async () => ({ default: (await import("../connectors/ConnectorScreen.tsx")).ConnectorScreen }));
const Schedules = lazy(async () => ({ default: (await import("../schedules/Schedules.tsx")).Schedules }));
const NewScreen = lazy(async () => ({ default: (await import("../create/NewScreen.tsx")).NewScreen }));

function NotFound() {
  return (
    <Shell title="Not found">
      <Empty
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

export function App() {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Toasts>
        <Boundary>
          <Suspense fallback={<div className="content" aria-busy />}>
            <Switch>
              <Route path="/">
                <Gallery />
              </Route>
              <Route path="/new">
                <NewScreen />
              </Route>
              <Route path="/a/:id">{({ id }) => <ArtifactScreen key={id} id={id} />}</Route>
              <Route path="/connectors">
                <Connectors />
              </Route>
              <Route path="/connectors/:id">{({ id }) => <ConnectorScreen key={id} id={id} />}</Route>
              <Route path="/schedules">
                <Schedules />
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </Toasts>
    </QueryClientProvider>
  );
}
