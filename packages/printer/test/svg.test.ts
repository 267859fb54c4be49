import type { Frame, TextItem } from '@bianxu/model';
import { expect, test } from 'vitest';
import { frameSvg } from '../src/svg.ts';

const text = (over: Partial<TextItem>): TextItem => ({
	kind: 'text',
	x: 80,
	y: 120,
	size: 16,
	font: 'FangSong',
	text: '甲<乙',
	advances: [15.79, 8, 15.79],
	...over,
});

const frame: Frame = {
	width: 595.28,
	height: 841.89,
	index: 0,
	number: 1,
	blank: false,
	material: '',
	items: [
		text({}),
		text({ turn: 'left', x: 100, y: 700, color: '606060' }),
		{ kind: 'rule', x1: 80, y1: 300, x2: 522, y2: 300, width: 0.5 },
		{ kind: 'image', x: 80, y: 320, width: 100, height: 50, image: 'k', crop: [100, 0, 0, 0] },
		{ kind: 'image', x: 80, y: 400, width: 100, height: 50, image: 'missing' },
		{
			kind: 'image',
			x: 200,
			y: 400,
			width: 50,
			height: 100,
			image: 'k',
			spin: { width: 100, height: 50, degrees: 90, across: true, down: false },
		},
	],
};

test('a page as SVG: characters at their places, turned text, rules, pictures with their crop', () => {
	const svg = frameSvg(frame, {
		familyOf: (face) => `'${face}',serif`,
		imageOf: (key) => (key === 'k' ? 'data:image/png;base64,AA==' : null),
	});
	expect(svg).toContain('viewBox="0 0 595.28 841.89"');
	expect(svg).toContain(
		`<text xml:space="preserve" x="80 95.79 103.79" y="120" font-size="16" font-family="'FangSong',serif">甲&lt;乙</text>`,
	);
	expect(svg).toContain('x="0 15.79 23.79" y="0" transform="translate(100 700) rotate(-90)"');
	expect(svg).toContain('fill="#606060"');
	expect(svg).toContain('<path d="M80 300L522 300" stroke="#000" stroke-width="0.5"/>');
	expect(svg).toContain('<image x="-11.11" y="0" width="111.11" height="50"');
	expect(svg).toContain('translate(225 450) rotate(90) scale(-1 1) translate(-50 -25)');
	expect(svg.match(/<rect x="80" y="400"/g)?.length).toBe(1);
});
