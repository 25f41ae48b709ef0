import { Accordion } from "radix-ui";
import { ChevronDown } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import type { CallBody } from "../api/server.ts";
import type { CallAnswer, Me } from "../api/types.ts";
import { DraftPreview } from "../preview/DraftPreview.tsx";
import { Field } from "../ui/Field.tsx";
import { CardsForm } from "./CardsForm.tsx";
import { ChartsForm } from "./ChartsForm.tsx";
import { FieldsForm } from "./FieldsForm.tsx";
import { htmlOf, type PageParts } from "./html.ts";
import { OrderForm } from "./OrderForm.tsx";
import { withoutMissing, type PageSpec } from "./spec.ts";
import { useDraft } from "./useDraft.ts";
import "../styles/fromdata.css";

interface Props {
  me: Me;
  parts: PageParts;
  spec: PageSpec;
  onChange: (spec: PageSpec) => void;
  call: (body: CallBody, signal?: AbortSignal) => Promise<CallAnswer>;
  /** What stands above the form: where the data comes from. */
  before?: ReactNode;
  /** What stands below it: the way to save. */
  children: ReactNode;
}

function Part({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <Accordion.Item value={name} className="shape-section">
      <Accordion.Header asChild>
        <h2>
          <Accordion.Trigger className="shape-trigger">
            {title}
            <ChevronDown size={16} aria-hidden />
          </Accordion.Trigger>
        </h2>
      </Accordion.Header>
      <Accordion.Content className="shape-content">{children}</Accordion.Content>
    </Accordion.Item>
  );
}

/** A page shaped by form: the form on one side, the page with its data on the other. */
export function Shaper({ me, parts, spec, onChange, call, before, children }: Props) {
  const html = useMemo(() => htmlOf(withoutMissing(spec), parts), [spec, parts]);
  const host = useDraft(me, html, call);
  const hasRows = spec.sources.rows.rows !== null;
  return (
    <div className="shaper">
      <div className="stack shaper-form">
        {before}
        <Field label="Title">{(control) => <input {...control} className="input" maxLength={200} value={spec.title} onChange={(event) => onChange({ ...spec, title: event.target.value })} />}</Field>
        <Field label="Description">
          {(control) => <input {...control} className="input" maxLength={500} value={spec.description} onChange={(event) => onChange({ ...spec, description: event.target.value })} />}
        </Field>
        <Accordion.Root type="multiple" defaultValue={["fields"]} className="shape-sections">
          <Part name="fields" title="Fields">
            <FieldsForm spec={spec} onChange={onChange} />
          </Part>
          {hasRows && (
            <>
              <Part name="cards" title="Figures">
                <CardsForm spec={spec} onChange={onChange} />
              </Part>
              <Part name="charts" title="Charts">
                <ChartsForm spec={spec} onChange={onChange} />
              </Part>
              <Part name="order" title="Filters, sorting, groups">
                <OrderForm spec={spec} onChange={onChange} />
              </Part>
            </>
          )}
        </Accordion.Root>
        {children}
      </div>
      <DraftPreview host={host} label="The page" />
    </div>
  );
}
