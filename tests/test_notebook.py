"""The notebook of the documentation runs from top to bottom on the sample filings and shows what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebook needs nbformat")
nbclient = pytest.importorskip("nbclient", reason="the notebook needs nbclient")
pytest.importorskip("ipykernel", reason="the notebook needs ipykernel")
pytest.importorskip("pandas", reason="the notebook needs pandas")
pytest.importorskip("matplotlib", reason="the notebook needs matplotlib")

NOTEBOOK = Path(__file__).parent.parent / "docs" / "licensing-network.ipynb"


def test_no_outputs_are_committed() -> None:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert [c.source for c in cells if c.cell_type == "code" and (c.outputs or c.execution_count)] == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the notebook's machinery
def test_notebook_runs(tmp_path: Path) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = "".join("".join(output.get("text", "")) for output in outputs)
    pages = [output["data"]["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    figures = [output["data"]["image/svg+xml"] for output in outputs if "image/svg+xml" in output.get("data", {})]
    assert any("Lindenhall Research Foundation" in page for page in pages)
    assert any("HALDEN VENTURES CORP" in page for page in pages)
    assert "AUR-101" in shown
    assert any(" agreements; all agreements of the store</p><svg" in page for page in pages)
    assert len(figures) == 4  # the page, the network and two figures
    assert all(figure.lstrip().startswith(("<?xml", "<svg")) for figure in figures)
