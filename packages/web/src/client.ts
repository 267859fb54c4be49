import type { Reply, Request } from './protocol.ts';

/** Longest time for one request. Real materials take well under a second; a file that needs this long is hostile. */
const LIMIT = 120_000;

/** Asks the worker, one request at a time and in order. */
export interface Client {
	/** Never rejects: what goes wrong is a `failed` reply with a sentence. */
	readonly ask: (request: Omit<Request, 'id'>) => Promise<Reply>;
	/** Forgets the requests that have not begun; each is answered as failed. */
	readonly forget: () => void;
}

interface Waiting {
	readonly request: Request;
	readonly resolve: (reply: Reply) => void;
}

/** Starts a worker from its source text, through a Blob, so that the page stays one file. */
export function createClient(source: string): Client {
	const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
	const queue: Waiting[] = [];
	let worker = start();
	let current: Waiting | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let count = 0;

	function start(): Worker {
		const started = new Worker(address);
		started.addEventListener('message', (event: MessageEvent<Reply>) => finish(event.data));
		started.addEventListener('error', (event) => {
			event.preventDefault();
			replace('检查程序出错，已重新启动；请再试一次，文件没有改动');
		});
		return started;
	}

	/** A worker that hangs or broke is ended and another takes its place; the request in hand fails. */
	function replace(message: string): void {
		worker.terminate();
		worker = start();
		if (current !== null) finish({ id: current.request.id, verb: 'failed', message });
	}

	function finish(reply: Reply): void {
		if (current === null || current.request.id !== reply.id) return;
		const { resolve } = current;
		clearTimeout(timer);
		current = null;
		resolve(reply);
		next();
	}

	function next(): void {
		if (current !== null) return;
		current = queue.shift() ?? null;
		if (current === null) return;
		timer = setTimeout(() => replace('检查超过两分钟，已停止；文件可能损坏，请在 Word 或 WPS 中另存后再试'), LIMIT);
		worker.postMessage(current.request);
	}

	return {
		ask: (request) =>
			new Promise((resolve) => {
				count++;
				queue.push({ request: { ...request, id: count }, resolve });
				next();
			}),
		forget: () => {
			for (const { request, resolve } of queue.splice(0)) {
				resolve({ id: request.id, verb: 'failed', message: '已取消' });
			}
		},
	};
}
