"""Store stage: filing graphs → an embedded graph database that is always whole, whatever is killed when."""

from kg.store.directory import (
    change,
    check_replaceable,
    errors,
    exists,
    open_read_only,
    open_writable,
    size,
    tidy,
    work_folder,
    writing,
)
from kg.store.load import Loaded, load
from kg.store.records import (
    DERIVED,
    ONTOLOGY,
    RECORDS,
    FilingGraph,
    Record,
    filings,
    is_accession,
    issues,
    read_record,
    sound,
)
from kg.store.shards import Shard, choose, chosen, is_done, read_filing_graph, read_shard, write_shard
from kg.store.update import drop, put, put_file_issues

__all__ = [
    "DERIVED",
    "ONTOLOGY",
    "RECORDS",
    "FilingGraph",
    "Loaded",
    "Record",
    "Shard",
    "change",
    "check_replaceable",
    "choose",
    "chosen",
    "drop",
    "errors",
    "exists",
    "filings",
    "is_accession",
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
    "sound",
    "tidy",
    "work_folder",
    "write_shard",
    "writing",
]
