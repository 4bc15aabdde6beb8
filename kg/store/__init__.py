"""Store stage: filing graphs → an embedded graph database that is always whole, whatever is killed when."""

from kg.store.directory import exists, open_read_only, open_writable, size, tidy, work_folder, writing
from kg.store.load import load
from kg.store.records import DERIVED, ONTOLOGY, RECORDS, FilingGraph, Record, filings, issues, read_record
from kg.store.shards import Shard, choose, chosen, is_done, read_filing_graph, read_shard, write_shard
from kg.store.update import drop, put, put_file_issues

__all__ = [
    "DERIVED",
    "ONTOLOGY",
    "RECORDS",
    "FilingGraph",
    "Record",
    "Shard",
    "choose",
    "chosen",
    "drop",
    "exists",
    "filings",
    "is_done",
    "issues",
    "load",
    "open_read_only",
    "open_writable",
    "put",
    "put_file_issues",
    "read_filing_graph",
    "read_record",
    "read_shard",
    "size",
    "tidy",
    "work_folder",
    "write_shard",
    "writing",
]
