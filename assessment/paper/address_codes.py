"""An address as a QR code to scan."""

import io

import segno


def qr_of(address: str) -> str:
    svg = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(svg, border=4, dark="#000", light="#fff", kind="svg", xmldecl=False, omitsize=True)
    return svg.getvalue().decode()
