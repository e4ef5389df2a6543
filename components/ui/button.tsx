import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-hover",
  quiet: "text-ink hover:bg-hover",
  danger: "border border-bad bg-surface text-bad hover:bg-bad-soft",
};

const SIZES: Record<ButtonSize, string> = {
  small: "h-8 gap-1.5 px-3 text-sm",
  medium: "h-10 gap-2 px-4 text-sm",
  large: "h-12 gap-2 px-6 text-base",
};

export interface ButtonStyle {
  look?: ButtonLook;
  size?: ButtonSize;
}

/** The classes of a button, for what must be another element. */
export function buttonClass({ look = "primary", size = "medium" }: ButtonStyle = {}): string {
  return clsx(
    "inline-flex items-center justify-center whitespace-nowrap rounded-control font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    LOOKS[look],
    SIZES[size],
  );
}

export type ButtonProps = ComponentProps<"button"> & ButtonStyle;

export function Button({ look, size, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={clsx(buttonClass({ look, size }), className)} {...rest} />;
}

export type ButtonLinkProps = ComponentProps<typeof Link> & ButtonStyle;

/** A link that looks like a button. */
export function ButtonLink({ look, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={clsx(buttonClass({ look, size }), className)} {...rest} />;
}
