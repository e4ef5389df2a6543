/** Maquette's mark: a ring with its stone, in the current colour. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden className={className}>
      <circle cx="16" cy="20" r="9" stroke="currentColor" strokeWidth="2.6" />
      <path
        d="M16 12.2 10.4 6.6 12.6 3h6.8l2.2 3.6z"
        fill="var(--accent)"
        stroke="var(--ground)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      <path d="M10.4 6.6h11.2" stroke="var(--ground)" strokeWidth="1" />
    </svg>
  );
}
