"""Reports of the office as .xlsx and PDF: the same sections and tables in both."""
