import { Check as Tick } from "lucide-react";
import { Checkbox } from "radix-ui";

interface Props {
  id: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Check({ id, checked, disabled = false, onChange }: Props) {
  return (
    <Checkbox.Root
      id={id}
      className="check"
      checked={checked}
      disabled={disabled}
      onCheckedChange={(state) => onChange(state === true)}
    >
      <Checkbox.Indicator>
        <Tick size={14} strokeWidth={3} aria-hidden />
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}
