import type { ReactNode } from "react";

interface Props {
  icon: ReactNode;
  title: string;
  /** `h1` where it is all that there is on the screen. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  action?: ReactNode;
}

/** A place where there is nothing yet, and what to do about it. */
export function Empty({ icon, title, heading: Heading = "h2", children, action }: Props) {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden>
        {icon}
      </span>
      <Heading className="empty-title">{title}</Heading>
      {children !== undefined && <p className="muted">{children}</p>}
      {action}
    </div>
  );
}
