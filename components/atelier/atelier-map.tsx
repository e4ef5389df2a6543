import { useTranslations } from "next-intl";
import { project, WORLD_HEIGHT, WORLD_WIDTH } from "#lib/shared/places/projection.ts";

export interface MapPlace {
  id: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  /** Number in the list; null for one that cannot make it. */
  rank: number | null;
}

interface AtelierMapProps {
  places: readonly MapPlace[];
  you: { latitude: number | null; longitude: number | null } | null;
}

interface Dot extends Pick<MapPlace, "id" | "name" | "rank"> {
  x: number;
  y: number;
}

/** Room around what is shown, and the least that is shown, units of the map. */
const MARGIN = 40;
const LEAST_WIDTH = 240;

/** Where ateliers are, on bundled outlines; matches link to their cards. */
export function AtelierMap({ places, you }: AtelierMapProps) {
  const t = useTranslations("atelier.map");
  const dots = places.flatMap(dotOf);
  const [home] = you ? dotOf({ id: "you", name: t("you"), rank: null, ...you }) : [];
  const view = viewOf(home ? [...dots, home] : dots);
  const unit = view.width / WORLD_WIDTH;
  return (
    <figure>
      <svg
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        className="w-full rounded-card border border-line bg-sunken"
      >
        <title>{t("label")}</title>
        <use href="/world.svg#land" className="text-line" fill="currentColor" />
        <use
          href="/world.svg#borders"
          className="text-sunken"
          stroke="currentColor"
          strokeWidth={1.2 * unit}
        />
        {dots
          .filter(({ rank }) => rank === null)
          .map(({ id, name, x, y }) => (
            <circle key={id} cx={x} cy={y} r={4 * unit} className="text-faint" fill="currentColor">
              <title>{name}</title>
            </circle>
          ))}
        {dots
          .filter(({ rank }) => rank !== null)
          .reverse()
          .map((dot) => (
            <Marker key={dot.id} dot={dot} unit={unit} />
          ))}
        {home ? <Home dot={home} unit={unit} /> : null}
      </svg>
    </figure>
  );
}

function Marker({ dot: { id, name, rank, x, y }, unit }: { dot: Dot; unit: number }) {
  return (
    <a href={`#atelier-${id}`} aria-label={`${rank}. ${name}`}>
      <circle
        cx={x}
        cy={y}
        r={13 * unit}
        className="text-accent stroke-surface"
        fill="currentColor"
        strokeWidth={2 * unit}
      />
      <text
        x={x}
        y={y}
        dy="0.36em"
        textAnchor="middle"
        fontSize={13 * unit}
        className="fill-accent-ink font-semibold"
        aria-hidden
      >
        {rank}
      </text>
      <title>{name}</title>
    </a>
  );
}

function Home({ dot: { x, y, name }, unit }: { dot: Dot; unit: number }) {
  const r = 11 * unit;
  return (
    <g className="text-ink">
      <title>{name}</title>
      <path
        d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
        fill="currentColor"
        className="stroke-surface"
        strokeWidth={2 * unit}
      />
    </g>
  );
}

function dotOf({ latitude, longitude, ...place }: MapPlace): Dot[] {
  if (latitude === null || longitude === null) return [];
  const [x, y] = project([longitude, latitude]);
  return [{ ...place, x, y }];
}

/** The part of the world that holds every dot, as wide for its height as the page shows it. */
function viewOf(dots: readonly Dot[]) {
  if (dots.length === 0) return { x: 0, y: 0, width: WORLD_WIDTH, height: WORLD_HEIGHT };
  const xs = dots.map(({ x }) => x);
  const ys = dots.map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - MARGIN, Math.max(...xs) + MARGIN];
  const [top, bottom] = [Math.min(...ys) - MARGIN, Math.max(...ys) + MARGIN];
  const ratio = WORLD_WIDTH / WORLD_HEIGHT;
  const width = Math.min(WORLD_WIDTH, Math.max(right - left, (bottom - top) * ratio, LEAST_WIDTH));
  const height = width / ratio;
  const within = (middle: number, size: number, whole: number) =>
    Math.max(0, Math.min(whole - size, middle - size / 2));
  return {
    width,
    height,
    x: within((left + right) / 2, width, WORLD_WIDTH),
    y: within((top + bottom) / 2, height, WORLD_HEIGHT),
  };
}
