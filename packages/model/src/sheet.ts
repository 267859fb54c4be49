/** A stretch of text on a sheet: plain, the old wording, the new one, what must be seen, or what weighs. */
export type SheetSpan = string | { readonly text: string; readonly mark: 'old' | 'new' | 'alert' | 'strong' };

/**
 * A sheet for people (改号对照表, 主持词差异单) before it is HTML or .docx: plain data that either can draw. `large` text is
 * for reading at a lectern, `note` for small print, `session` the line under the title that says which meeting it is for,
 * `sign` a line with room to write behind each name. Widths of a table are percent of the text width.
 */
export type SheetBlock =
	| { readonly kind: 'title' | 'session' | 'heading'; readonly text: string }
	| { readonly kind: 'sign'; readonly names: readonly string[] }
	| { readonly kind: 'lead' | 'text' | 'note' | 'large'; readonly spans: readonly SheetSpan[] }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly widths: readonly number[];
			readonly rows: readonly (readonly (readonly SheetSpan[])[])[];
	  };
