"""Findings: figures that do not agree with themselves or with each other, each with its numbers, in words."""

from desktop_app.analysis.findings.find import findings as findings
from desktop_app.analysis.findings.mix import implied_formal_part as implied_formal_part
from desktop_app.analysis.findings.values import Finding as Finding
