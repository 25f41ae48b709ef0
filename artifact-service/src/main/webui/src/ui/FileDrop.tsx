import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { Button } from "./Button.tsx";

interface Props {
  /** What belongs here: `a CSV or Excel file`. */
  what: string;
  accept: string;
  file: File | undefined;
  disabled?: boolean;
  onFile: (file: File) => void;
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A place to drop a file on, or to choose one from. */
export function FileDrop({ what, accept, file, disabled = false, onFile }: Props) {
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (taken: File | undefined) => {
    if (taken !== undefined && !disabled) onFile(taken);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={24} aria-hidden />
      <span className="wrap-text" aria-live="polite">
        {file === undefined ? `Drop ${what} here, or` : <><span className="strong">{file.name}</span> · {sizeOf(file.size)}</>}
      </span>
      <Button disabled={disabled} onClick={() => picker.current?.click()}>
        {file === undefined ? "Choose a file" : "Choose another"}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={`Choose ${what}`}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
