/** A ring with an oval stone in a few lines: stands where a picture is being made or missing. */
export function RingDrawing({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 400 400" role="img" aria-label={label} className="size-full">
      <defs>
        <linearGradient id="ring-metal" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#f3cdb8" />
          <stop offset="0.45" stopColor="#c98a6c" />
          <stop offset="0.7" stopColor="#f0c3ab" />
          <stop offset="1" stopColor="#a8694d" />
        </linearGradient>
        <linearGradient id="ring-stone" x1="0" y1="0" x2="0.6" y2="1">
          <stop offset="0" stopColor="#9fb4ff" />
          <stop offset="0.5" stopColor="#3a56d8" />
          <stop offset="1" stopColor="#16246f" />
        </linearGradient>
      </defs>
      <ellipse cx="200" cy="356" rx="92" ry="10" fill="currentColor" opacity="0.08" />
      <circle cx="200" cy="240" r="104" fill="none" stroke="url(#ring-metal)" strokeWidth="17" />
      <path d="M158 112 200 150l42-38-16-20h-52z" fill="url(#ring-stone)" />
      <path
        d="M158 112h84M174 92l8 20 18 38 18-38 8-20"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.35"
        strokeWidth="1.5"
      />
      <path
        d="M160 106 180 146M240 106 220 146"
        stroke="url(#ring-metal)"
        strokeWidth="6"
        strokeLinecap="round"
      />
    </svg>
  );
}
