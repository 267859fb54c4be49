import { setFlagsFromString } from 'node:v8';

/**
 * How V8 is to run a program that most of the time lives under a second, each flag with the last version of Node whose V8
 * is known to have it: V8 prints an error, at every command, for a flag that it does not know. `fill-code-cache.mjs`
 * reads this table off the built launcher.
 */
const FLAGS: readonly (readonly [flag: string, lastNode: number])[] = [
	// Six times V8's budget of bytecode (132 KB) runs before a function is handed to the optimising compiler. What is
	// optimised early is optimised on too little knowledge and compiled again, which costs a seventh of the whole CPU time of
	// a run over 100 reports (three times the budget: a tenth; twelve times is no better). Long runs do not notice.
	['--interrupt-budget=800000', 20],
	// The heap may grow to 1.6 times of what is alive before old garbage is collected (V8 allows more while memory is
	// plenty): a hostile paper with 300,000 paragraphs took 660 MB of which a half was garbage.
	['--heap-growing-percent=60', 24],
	// Old garbage is marked in one go when the heap has grown, not little by little beside the program: most commands end
	// before a marking would have paid, and its threads cost a fifteenth of the CPU time of a run over 100 reports. Where a
	// heap is large, one pause is a few hundredths of a second.
	['--no-incremental-marking', 24],
	// When old garbage is collected, what is alive is not moved together: a seventh of such a collection (a plan of 300 papers
	// has one, which was 18 ms of 680). Moving pays in a heap that has grown and shrunk many times.
	['--no-compact', 24],
	// A third of V8's allowance for what the optimising compiler inlines: it compiles on threads of their own, whose time is
	// spent all the same, and what it gains by more of it does not come back (a twentieth of the run over 100 reports).
	// Printing hundreds of pages is as fast either way.
	['--max-inlined-bytecode-size-cumulative=300', 24],
	// The place for new objects grows from one megabyte to its full size (16) in two steps instead of four: collected less
	// often on the way, more of what belongs to a paper is garbage when it is (a seventh of the run over 100 reports).
	['--semi-space-growth-factor=8', 24],
];

const node = Number.parseInt(process.versions.node, 10);
for (const [flag, lastNode] of FLAGS) if (node <= lastNode) setFlagsFromString(flag);
