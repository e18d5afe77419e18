"""The workbook and the CSV of a comparison."""
