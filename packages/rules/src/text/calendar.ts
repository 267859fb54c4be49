/** Days of the Gregorian calendar, without a clock. */

/** Number of days of a month; February has 29 when the year is unknown (0). */
export function daysIn(year: number, month: number): number {
	if (month === 2) {
		const leap = year === 0 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
		return leap ? 29 : 28;
	}
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Weekday of a date, 0 = Sunday (Sakamoto's method). */
export function weekday(year: number, month: number, day: number): number {
	const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
	const shifted = month < 3 ? year - 1 : year;
	const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
	return (shifted + leaps + (shifts[month - 1] ?? 0) + day) % 7;
}
