"""Identify stage: what all filings say → which nodes mean one thing, with reasons, and what is left to judge."""
