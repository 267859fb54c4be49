import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../src/client.ts';
import type { Reply, Request } from '../src/protocol.ts';

/** A worker that answers nothing by itself: the test says what happens. */
class SilentWorker extends EventTarget {
	static readonly started: SilentWorker[] = [];
	readonly asked: Request[] = [];
	ended = false;
	constructor() {
		super();
		SilentWorker.started.push(this);
	}
	postMessage(request: Request): void {
		this.asked.push(request);
	}
	terminate(): void {
		this.ended = true;
	}
	answer(reply: Reply): void {
		this.dispatchEvent(new MessageEvent('message', { data: reply }));
	}
}

const ask = {
	verb: 'list',
	name: '一.md',
	bytes: new Uint8Array(),
	choice: { template: 'auto', level: 'county' },
} as const;
const workerAt = (index: number): SilentWorker => {
	const found = SilentWorker.started[index];
	if (found === undefined) throw new Error(`no worker ${index}`);
	return found;
};

beforeEach(() => {
	SilentWorker.started.length = 0;
	vi.useFakeTimers();
	vi.stubGlobal('Worker', SilentWorker);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('the page asks its worker', () => {
	it('one request at a time, each answered with its own reply', async () => {
		const client = createClient('');
		const first = client.ask(ask);
		const second = client.ask(ask);
		const worker = workerAt(0);
		expect(worker.asked.map(({ id }) => id)).toEqual([1]);
		worker.answer({ id: 7, verb: 'list', html: 'of nobody' });
		worker.answer({ id: 1, verb: 'list', html: 'a' });
		expect(await first).toEqual({ id: 1, verb: 'list', html: 'a' });
		expect(worker.asked.map(({ id }) => id)).toEqual([1, 2]);
		worker.answer({ id: 2, verb: 'list', html: 'b' });
		expect(await second).toEqual({ id: 2, verb: 'list', html: 'b' });
	});

	it('replaces a worker that broke; the request in hand fails in a sentence, the next is served', async () => {
		const client = createClient('');
		const first = client.ask(ask);
		const second = client.ask(ask);
		workerAt(0).dispatchEvent(new Event('error', { cancelable: true }));
		expect(await first).toMatchObject({ id: 1, verb: 'failed' });
		expect(workerAt(0).ended).toBe(true);
		expect(workerAt(1).asked.map(({ id }) => id)).toEqual([2]);
		workerAt(1).answer({ id: 2, verb: 'list', html: 'b' });
		expect(await second).toMatchObject({ html: 'b' });
	});

	it('ends a worker that hangs, and lets one that answers in time live', async () => {
		const client = createClient('');
		const first = client.ask(ask);
		vi.advanceTimersByTime(119_000);
		workerAt(0).answer({ id: 1, verb: 'list', html: 'late' });
		expect(await first).toMatchObject({ html: 'late' });
		vi.advanceTimersByTime(10_000);
		expect(workerAt(0).ended).toBe(false);
		const second = client.ask(ask);
		vi.advanceTimersByTime(120_001);
		expect(await second).toMatchObject({ verb: 'failed', message: expect.stringContaining('已停止') });
		expect(workerAt(0).ended).toBe(true);
	});

	it('forgets what has not begun', async () => {
		const client = createClient('');
		const first = client.ask(ask);
		const second = client.ask(ask);
		client.forget();
		expect(await second).toMatchObject({ id: 2, verb: 'failed' });
		workerAt(0).answer({ id: 1, verb: 'list', html: 'a' });
		expect(await first).toMatchObject({ html: 'a' });
		expect(workerAt(0).asked).toHaveLength(1);
	});
});
