/** Maquette's mark: a ring with its stone, in the current colour. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden className={className}>
      <circle cx="16" cy="20.4" r="8.6" stroke="currentColor" strokeWidth="2.6" />
      <path
        d="M16 13 9 6.4 11.8 2.2h8.4L23 6.4z"
        fill="var(--accent)"
        stroke="var(--ground)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      <path d="M9 6.4h14" stroke="var(--ground)" strokeWidth="1" />
    </svg>
  );
}
