import { PDFiumModule } from '@hyzyla/pdfium';

/**
 * The functions of PDFium's C interface (fpdfview.h, fpdf_text.h, fpdf_edit.h) that reading a print needs. The package
 * types only a part of what its WebAssembly module exports, so they are declared here. Pointers are numbers; lengths
 * are PDF points; strings are written into memory of the module.
 */
export interface Pdfium {
	readonly _FPDF_InitLibraryWithConfig: (config: number) => void;
	readonly _FPDF_DestroyLibrary: () => void;
	readonly _FPDF_LoadMemDocument: (data: number, size: number, password: number) => number;
	readonly _FPDF_CloseDocument: (document: number) => void;
	readonly _FPDF_GetLastError: () => number;
	readonly _FPDF_GetPageCount: (document: number) => number;
	readonly _FPDF_LoadPage: (document: number, index: number) => number;
	readonly _FPDF_ClosePage: (page: number) => void;
	readonly _FPDF_GetPageWidthF: (page: number) => number;
	readonly _FPDF_GetPageHeightF: (page: number) => number;
	readonly _FPDFPage_GetRotation: (page: number) => number;
	readonly _FPDF_GetMetaText: (document: number, tag: number, buffer: number, length: number) => number;
	readonly _FPDFImageObj_GetImagePixelSize: (object: number, width: number, height: number) => number;
	readonly _FPDFPage_CountObjects: (page: number) => number;
	readonly _FPDFPage_GetObject: (page: number, index: number) => number;
	readonly _FPDFPageObj_GetType: (object: number) => number;
	readonly _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number;
	readonly _FPDFPage_GetMediaBox: (page: number, left: number, bottom: number, right: number, top: number) => number;
	readonly _FPDFPage_GetCropBox: (page: number, left: number, bottom: number, right: number, top: number) => number;
	readonly _FPDFText_LoadPage: (page: number) => number;
	readonly _FPDFText_ClosePage: (text: number) => void;
	readonly _FPDFText_CountChars: (text: number) => number;
	readonly _FPDFText_IsGenerated: (text: number, index: number) => number;
	readonly _FPDFText_GetUnicode: (text: number, index: number) => number;
	readonly _FPDFText_GetFontSize: (text: number, index: number) => number;
	readonly _FPDFText_GetMatrix: (text: number, index: number, matrix: number) => number;
	readonly _FPDFText_GetCharOrigin: (text: number, index: number, x: number, y: number) => number;
	readonly _FPDFText_GetLooseCharBox: (text: number, index: number, rectangle: number) => number;
	readonly _FPDFText_GetTextObject: (text: number, index: number) => number;
	readonly _FPDFTextObj_GetFont: (object: number) => number;
	readonly _FPDFFont_GetBaseFontName: (font: number, buffer: number, length: number) => number;
	readonly _FPDFFont_GetIsEmbedded: (font: number) => number;
	readonly _FPDFBitmap_CreateEx: (
		width: number,
		height: number,
		format: number,
		data: number,
		stride: number,
	) => number;
	readonly _FPDFBitmap_FillRect: (
		bitmap: number,
		left: number,
		top: number,
		width: number,
		height: number,
		color: number,
	) => void;
	readonly _FPDFBitmap_Destroy: (bitmap: number) => void;
	readonly _FPDF_RenderPageBitmap: (
		bitmap: number,
		page: number,
		left: number,
		top: number,
		width: number,
		height: number,
		rotate: number,
		flags: number,
	) => void;
	readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (pointer: number) => void };
	/** Memory of the module. Growing it replaces the view: read the property afresh after every call. */
	readonly HEAPU8: Uint8Array;
}

/** Starts PDFium from its WebAssembly bytes. Rejects when they are not PDFium's. */
export async function startPdfium(wasm: Uint8Array): Promise<Pdfium> {
	const bytes = wasm.slice().buffer;
	const start = PDFiumModule as unknown as (options: { readonly wasmBinary: ArrayBuffer }) => Promise<Pdfium>;
	const pdfium = await start({ wasmBinary: bytes });
	pdfium._FPDF_InitLibraryWithConfig(0);
	return pdfium;
}
