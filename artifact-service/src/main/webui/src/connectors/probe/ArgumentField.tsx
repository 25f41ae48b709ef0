import { Plus, X } from "lucide-react";
import { useId } from "react";
import type { Json } from "../../../protocol.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Field } from "../../ui/Field.tsx";
import { draftOf, isGroup, isList, pathOf, type Complaints, type Draft } from "./draft.ts";
import type { ChoiceField, GroupField, ListField, ToolField } from "./schema.ts";

interface Props<F extends ToolField> {
  field: F;
  draft: Draft;
  path: string;
  complaints: Complaints;
  /** True for a part of a list: the list's own label stands above it. */
  bare?: boolean;
  onChange: (draft: Draft) => void;
}

const inputTypes = { plain: "text", email: "email", uri: "url", date: "date", "date-time": "datetime-local", time: "time" } as const;

function wordOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function limitsOf(field: ToolField): string | undefined {
  if (field.kind === "text" && field.pattern !== undefined) return `Form: ${field.pattern}`;
  if (field.kind !== "number") return undefined;
  const { least } = field;
  // The largest number that a machine holds says nothing to a person.
  const most = field.most !== undefined && field.most < 2 ** 31 - 1 ? field.most : undefined;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  return most === undefined ? undefined : `${most} or less`;
}

function hintOf(field: ToolField): string | undefined {
  const parts = [field.description, limitsOf(field)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" · ");
}

function Legend({ field }: { field: ToolField }) {
  return (
    <>
      {field.label}
      {field.required ? <span className="required"> required</span> : null}
    </>
  );
}

function Leaf({ field, draft, path, complaints, bare = false, onChange }: Props<Exclude<ToolField, ListField | GroupField>>) {
  const text = typeof draft === "string" ? draft : "";
  return (
    <Field label={field.label} hideLabel={bare} required={field.required && !bare} hint={hintOf(field)} complaint={complaints[path]}>
      {(control) => {
        if (field.kind === "choice" || field.kind === "boolean") {
          const choices = field.kind === "boolean" ? [["true", "yes"], ["false", "no"]] : field.choices.map((choice) => [JSON.stringify(choice), wordOf(choice)]);
          return (
            <select {...control} className="input" value={text} onChange={(event) => onChange(event.target.value)}>
              <option value="">{field.required ? "Choose…" : "Leave out"}</option>
              {choices.map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          );
        }
        if (field.kind === "json") {
          return <textarea {...control} className="input code short" spellCheck={false} value={text} placeholder="JSON" onChange={(event) => onChange(event.target.value)} />;
        }
        return (
          <input
            {...control}
            className="input"
            type={field.kind === "number" ? "text" : inputTypes[field.format]}
            inputMode={field.kind === "number" ? (field.whole ? "numeric" : "decimal") : undefined}
            autoComplete="off"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

function Choices({ field, draft, path, complaints, onChange }: Props<ChoiceField>) {
  const id = useId();
  const chosen = isList(draft) ? draft : [];
  return (
    <fieldset className="group-field">
      <legend>
        <Legend field={field} />
      </legend>
      {field.description !== undefined && <div className="hint">{field.description}</div>}
      <div className="choices">
        {field.choices.map((choice, index) => {
          const value = JSON.stringify(choice);
          return (
            <div key={value} className="row choice">
              <Check id={`${id}-${index}`} checked={chosen.includes(value)} onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))} />
              <label htmlFor={`${id}-${index}`}>{wordOf(choice)}</label>
            </div>
          );
        })}
      </div>
      {complaints[path] !== undefined && <div className="complaint">{complaints[path]}</div>}
    </fieldset>
  );
}

function List({ field, draft, path, complaints, onChange }: Props<ListField>) {
  const parts = isList(draft) ? draft : [];
  const full = field.most !== undefined && parts.length >= field.most;
  return (
    <fieldset className="group-field">
      <legend>
        <Legend field={field} />
      </legend>
      {field.description !== undefined && <div className="hint">{field.description}</div>}
      {parts.map((part, index) => (
        <div key={index} className="list-part">
          <div className="grow">
            <ArgumentField
              field={{ ...field.item, label: `${field.label} ${index + 1}`, description: undefined }}
              draft={part}
              path={pathOf(path, index)}
              complaints={complaints}
              bare
              onChange={(changed) => onChange(parts.map((other, at) => (at === index ? changed : other)))}
            />
          </div>
          <Button look="quiet" icon={<X size={16} />} aria-label={`Remove ${field.label} ${index + 1}`} onClick={() => onChange(parts.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div>
        <Button icon={<Plus size={16} />} disabled={full} onClick={() => onChange([...parts, draftOf(field.item)])}>
          Add
        </Button>
      </div>
      {complaints[path] !== undefined && <div className="complaint">{complaints[path]}</div>}
    </fieldset>
  );
}

function Group({ field, draft, path, complaints, onChange }: Props<GroupField>) {
  const drafts = isGroup(draft) ? draft : {};
  return (
    <fieldset className="group-field boxed">
      <legend>
        <Legend field={field} />
      </legend>
      {field.description !== undefined && <div className="hint">{field.description}</div>}
      {field.fields.map((member) => (
        <ArgumentField
          key={member.name}
          field={member}
          draft={drafts[member.name] ?? draftOf(member)}
          path={pathOf(path, member.name)}
          complaints={complaints}
          onChange={(changed) => onChange({ ...drafts, [member.name]: changed })}
        />
      ))}
    </fieldset>
  );
}

/** The control for one argument of a tool, however deep it is nested. */
export function ArgumentField({ field, ...rest }: Props<ToolField>) {
  switch (field.kind) {
    case "list":
      return <List field={field} {...rest} />;
    case "group":
      return <Group field={field} {...rest} />;
    case "choice":
      return field.many ? <Choices field={field} {...rest} /> : <Leaf field={field} {...rest} />;
    default:
      return <Leaf field={field} {...rest} />;
  }
}
