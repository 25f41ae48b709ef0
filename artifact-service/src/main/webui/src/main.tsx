import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/ui.css";
import "./styles/app.css";
import "./styles/artifact.css";
import "./styles/refresh.css";
import "./styles/alerts.css";
import "./styles/share.css";
import "./styles/account.css";
import { createRoot } from "react-dom/client";
import { App, firstScreen, nextScreen } from "./app/App.tsx";

const root = document.getElementById("app");
const draw = () => {
  if (root !== null) createRoot(root).render(<App />);
  window.setTimeout(() => void nextScreen().catch(() => undefined), 2_000);
};
// A screen that could not be fetched is told about by the app itself. Not awaited: its chunk waits for this module in turn.
firstScreen.then(draw, draw);
