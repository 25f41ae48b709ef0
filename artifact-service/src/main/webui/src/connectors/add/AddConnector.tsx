import "../../styles/connectors.css";
import { ChevronLeft } from "lucide-react";
import { useSearchParams } from "wouter";
import { Shell } from "../../app/Shell.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { FindService } from "./FindService.tsx";
import { FinishConnector } from "./FinishConnector.tsx";
import { OpenApiForm } from "./OpenApiForm.tsx";
import { ServerForm } from "./ServerForm.tsx";
import { SpreadsheetForm } from "./SpreadsheetForm.tsx";
import { SqlForm } from "./SqlForm.tsx";

function Step({ params }: { params: URLSearchParams }) {
  const finish = params.get("finish");
  if (finish !== null) return <FinishConnector key={finish} id={finish} />;
  const at = params.get("at");
  if (at !== null) return <ServerForm key={at} endpoint={at} presetName={params.get("name")} presetSignIn={params.get("signIn")} />;
  switch (params.get("kind")) {
    case "spreadsheet":
      return <SpreadsheetForm />;
    case "openapi":
      return <OpenApiForm />;
    case "sql":
      return <SqlForm />;
    default:
      return <FindService />;
  }
}

/** Adds a system, step by step. The step is in the address, so that the way back is the browser's. */
export function AddConnector() {
  const [params] = useSearchParams();
  const first = params.size === 0;
  return (
    <Shell title="Add a connector">
      <div className="narrow stack">
        <div>
          <ButtonLink look="quiet" href={first || params.has("finish") ? "/connectors" : "/connectors/new"} icon={<ChevronLeft size={16} />} className="back">
            {first || params.has("finish") ? "Connectors" : "Choose something else"}
          </ButtonLink>
        </div>
        <Step params={params} />
      </div>
    </Shell>
  );
}
