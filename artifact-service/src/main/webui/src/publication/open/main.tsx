import "@fontsource-variable/inter/wght.css";
import "../../styles/tokens.css";
import "../../styles/base.css";
import "../../styles/ui.css";
import "../../styles/artifact.css";
import "../../styles/public.css";
import { createRoot } from "react-dom/client";
import { PublicPage } from "./PublicPage.tsx";
import { publicServer } from "./publicServer.ts";

const root = document.getElementById("app");
if (root !== null) createRoot(root).render(<PublicPage server={publicServer(window.location.pathname)} />);
