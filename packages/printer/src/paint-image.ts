import type { ObjectNumber, PdfFile } from './pdf-file.ts';
import type { PrintImage } from './raster.ts';

/** Adds a picture as an image XObject: JPEG and plain PNG data as they are, other pixels packed. */
export function paintImage(file: PdfFile, image: PrintImage): ObjectNumber {
	const { width, height, color, encoding, data } = image;
	const size = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}`;
	const space = { gray: '/DeviceGray', rgb: '/DeviceRGB', cmyk: '/DeviceCMYK' }[color];
	switch (encoding.kind) {
		case 'jpeg': {
			// Adobe writes CMYK upside down.
			const decode = encoding.inverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
			return file.packedStream(data, `${size}/ColorSpace${space}/BitsPerComponent 8${decode}/Filter/DCTDecode`);
		}
		case 'png': {
			const { bits, palette } = encoding;
			const colors = palette === null && color === 'rgb' ? 3 : 1;
			const indexed = palette === null ? space : indexedSpace(palette);
			const predictor = `/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent ${bits}/Columns ${width}>>`;
			return file.packedStream(
				data,
				`${size}/ColorSpace${indexed}/BitsPerComponent ${bits}${predictor}/Filter/FlateDecode`,
			);
		}
		case 'raw':
			return file.stream(data, `${size}/ColorSpace${space}/BitsPerComponent 8`);
	}
}

function indexedSpace(palette: Uint8Array): string {
	const count = Math.min(256, Math.floor(palette.length / 3));
	const hex = [...palette.subarray(0, count * 3)].map((value) => value.toString(16).padStart(2, '0')).join('');
	return `[/Indexed/DeviceRGB ${count - 1}<${hex}>]`;
}
