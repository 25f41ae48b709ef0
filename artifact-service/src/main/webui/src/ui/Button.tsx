import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link } from "wouter";

export type ButtonLook = "plain" | "primary" | "quiet" | "danger" | "link";

interface Common {
  look?: ButtonLook;
  icon?: ReactNode;
  children?: ReactNode;
}

function classOf(look: ButtonLook, iconOnly: boolean, extra = ""): string {
  return ["button", look === "plain" ? "" : look, iconOnly ? "icon" : "", extra].filter(Boolean).join(" ");
}

export function Button({
  look = "plain",
  icon,
  children,
  className,
  ref,
  ...rest
}: Common & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }) {
  return (
    <button ref={ref} type="button" className={classOf(look, children === undefined, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A button that leads somewhere inside the app. */
export function ButtonLink({
  look = "plain",
  icon,
  children,
  href,
  label,
  className,
}: Common & { href: string; label?: string; className?: string }) {
  return (
    <Link href={href} className={classOf(look, children === undefined, className)} aria-label={label}>
      {icon}
      {children}
    </Link>
  );
}
