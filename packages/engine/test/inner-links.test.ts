import { recognise } from '@bianxu/structure';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../parser/src/index.ts';
import { innerLinks } from '../src/inner-links.ts';

const TEXT = `# 关于学前教育发展情况的报告

主要指标见表1，布局如图1所示，名单见附件2，办法见《实施办法》附件1。

表1　主要指标

| 指标 | 数值 |
|---|---|
| 幼儿园 | 12 |

图1　布局

附件：1.经费安排

2.幼儿园名单

滨江市人民政府

2026年11月14日

附件1

# 经费安排

安排见表1，与附件2、附件3对照。

表1　经费

| 项目 | 万元 |
|---|---|
| 建设 | 300 |

附件2

# 幼儿园名单

第一幼儿园。
`;

test('mentions of own attachments, tables and figures lead to them; an attachment has tables of its own', () => {
	const reading = readMarkdown(new TextEncoder().encode(TEXT));
	if ('refusal' in reading && reading.refusal !== undefined) throw new Error(reading.refusal.message.en);
	const { doc } = reading;
	const outline = recognise(doc, { template: 'base' });
	const words = innerLinks(doc, outline).map(({ block, start, end, target }) => [
		doc.paragraphs[block]?.text.slice(start, end),
		doc.paragraphs[target]?.text,
		target > block ? 'below' : 'above',
	]);
	expect(words).toEqual([
		['表1', '表1　主要指标', 'below'],
		['图1', '图1　布局', 'below'],
		['附件2', '附件2', 'below'],
		['表1', '表1　经费', 'below'],
		['附件2', '附件2', 'below'],
	]);
});
