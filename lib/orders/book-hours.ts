import { mondayOf } from "#lib/ateliers/match/schedule.ts";
import type { Tx } from "#lib/db.ts";
import type { OrderStanding } from "./row.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Weeks looked at for free hours; what does not fit goes into the last. */
const MOST_WEEKS = 26;

/**
 * Sets the hours of the accepted offer aside in the atelier's calendar: free hours from this week on until the piece is
 * to be ready, what does not fit in the last of these weeks. None where the offer named no hours.
 */
export async function bookHours(tx: Tx, order: OrderStanding, at: Date): Promise<void> {
  const hours = await hoursOf(tx, order.quoteId);
  if (hours <= 0) return;
  const atelier = await tx.atelier.findUniqueOrThrow({
    where: { id: order.atelierId },
    select: { hoursPerWeek: true },
  });
  const weeks = weeksUntil(order.readyOn, at);
  const known = await tx.atelierWeek.findMany({
    where: { atelierId: order.atelierId, monday: { in: weeks } },
    select: { monday: true, openHours: true, bookedHours: true },
  });
  const freeIn = (monday: Date) => {
    const week = known.find((one) => one.monday.getTime() === monday.getTime());
    return week ? week.openHours - week.bookedHours : atelier.hoursPerWeek;
  };
  let left = hours;
  for (const [index, monday] of weeks.entries()) {
    const isLast = index === weeks.length - 1;
    const taken = isLast ? left : Math.min(left, Math.max(0, freeIn(monday)));
    if (taken <= 0) continue;
    await book(tx, order, { monday, hours: taken, openHours: atelier.hoursPerWeek });
    left -= taken;
  }
  await touch(tx, order, at);
}

/** Gives the hours of an order that is not made back to the calendar. */
export async function freeHours(tx: Tx, order: OrderStanding, at: Date): Promise<void> {
  const bookings = await tx.orderBooking.findMany({ where: { orderId: order.id } });
  for (const { monday, hours } of bookings) {
    await tx.atelierWeek.updateMany({
      where: { atelierId: order.atelierId, monday },
      data: { bookedHours: { decrement: hours } },
    });
  }
  await tx.orderBooking.deleteMany({ where: { orderId: order.id } });
  await touch(tx, order, at);
}

/** Whoever keeps ateliers in memory goes by this time. */
async function touch(tx: Tx, { atelierId }: OrderStanding, at: Date): Promise<void> {
  await tx.atelier.update({ where: { id: atelierId }, data: { updatedAt: at } });
}

/** Bench hours of the newest offer in which the atelier named some. */
async function hoursOf(tx: Tx, quoteId: string): Promise<number> {
  const offer = await tx.offer.findFirst({
    where: { quoteId, workHours: { not: null } },
    orderBy: { number: "desc" },
    select: { workHours: true },
  });
  return offer?.workHours ?? 0;
}

function weeksUntil(readyOn: Date | null, at: Date): Date[] {
  const first = Date.parse(mondayOf(at));
  const last = readyOn ? Date.parse(mondayOf(readyOn)) : first + MOST_WEEKS * WEEK_MS;
  const count = Math.min(MOST_WEEKS, Math.max(1, (last - first) / WEEK_MS + 1));
  return Array.from({ length: count }, (_, index) => new Date(first + index * WEEK_MS));
}

interface Booking {
  monday: Date;
  hours: number;
  openHours: number;
}

async function book(tx: Tx, order: OrderStanding, { monday, hours, openHours }: Booking) {
  const { id: orderId, atelierId } = order;
  await tx.orderBooking.create({ data: { orderId, monday, hours } });
  await tx.atelierWeek.upsert({
    where: { atelierId_monday: { atelierId, monday } },
    update: { bookedHours: { increment: hours } },
    create: { atelierId, monday, openHours, bookedHours: hours },
  });
}
